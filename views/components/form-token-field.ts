/** The name of the field that carries the form token: the first of every posted form. */
export const formTokenField = 'formToken'
