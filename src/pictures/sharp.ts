import sharp from 'sharp'

// One thread a picture, and nothing kept between pictures: the portal shares its machine, and no picture comes twice.
sharp.concurrency(1)
sharp.cache(false)

export { sharp }
