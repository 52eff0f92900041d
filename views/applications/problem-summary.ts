import { type Category, type FieldProblem, fieldName, fieldNames } from '../../src/checklist/index.ts'

/** The messages for the top of the page: there each must say which field it is about. */
export const problemSummary = (
  category: Category,
  evaluationYear: number,
  problems: readonly FieldProblem[]
): readonly { readonly fieldId: string; readonly message: string }[] => {
  const labels = new Map(
    category.items.flatMap((item) =>
      fieldNames(item, evaluationYear).map((field) => [fieldName(item.code, field.name), `${item.code} ${field.label}`])
    )
  )
  return problems.map(({ field, message }) => ({
    fieldId: field,
    message: `${labels.get(field) ?? field}：${message}`
  }))
}
