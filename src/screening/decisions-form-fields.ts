/** Names of the fields at an item of the case page; each is also the field's id there. */
export const decisionFields = (itemCode: string) =>
  ({
    decision: `decision-${itemCode}`,
    reason: `reason-${itemCode}`,
    question: `question-${itemCode}`,
    seen: `seen-${itemCode}`
  }) as const
