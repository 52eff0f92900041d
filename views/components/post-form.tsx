import { createContext, type JSX, type VNode } from 'preact'
import { useContext } from 'preact/hooks'
import { formTokenField } from './form-token-field.ts'

/** Gives the page that is being drawn a form token; null where a page is the same for everybody and holds none. */
export const FormTokenContext = createContext<(() => string) | null>(null)

/** @throws Error on a page that is drawn for everybody alike: its forms could not be sent */
const FormToken = (): VNode => {
  const formToken = useContext(FormTokenContext)
  if (formToken === null) throw new Error('a form that is posted stands on a page that is the same for everybody')
  return <input type="hidden" name={formTokenField} value={formToken()} />
}

/**
 * A form that changes something. It carries the token by which the server knows one of its own pages; it comes first, so
 * that it has been checked when the first file of an upload arrives.
 */
export const PostForm = ({ children, ...attributes }: Omit<JSX.IntrinsicElements['form'], 'method'>): VNode => (
  <form method="post" {...attributes}>
    <FormToken />
    {children}
  </form>
)
