import { contentPreviews } from './content-previews.tsx'
import { fieldPreviews, type Preview } from './field-previews.tsx'
import { FormTokenContext } from './post-form.tsx'
import { screenPreviews } from './screen-previews.tsx'

/** Each component in its states, with hostile and unbreakable text: for the tests and for looking at them. */
export const previews = (): readonly Preview[] =>
  [...fieldPreviews(), ...contentPreviews(), ...screenPreviews()].map(({ name, vnode }) => ({
    name,
    vnode: <FormTokenContext.Provider value={() => 'token'}>{vnode}</FormTokenContext.Provider>
  }))
