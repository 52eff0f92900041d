import type { VNode } from 'preact'
import { TextField } from '../components/text-field.tsx'
import { errorFor, type Problem, typedIn, type Values } from '../form-state.ts'

/** Whom an official gives a role: the name, and the address that the person will sign in with. */
export const PersonFields = ({
  values,
  problems
}: {
  readonly values: Values
  readonly problems: readonly Problem[]
}): VNode => (
  <>
    <TextField
      name="name"
      label="名前"
      required
      width="medium"
      autocomplete="off"
      value={typedIn(values, 'name')}
      error={errorFor(problems, 'name')}
    />
    <TextField
      name="email"
      type="email"
      label="メールアドレス"
      hint="ログインの手順を、このアドレスにメールで送ります"
      required
      width="medium"
      autocomplete="off"
      value={typedIn(values, 'email')}
      error={errorFor(problems, 'email')}
    />
  </>
)
