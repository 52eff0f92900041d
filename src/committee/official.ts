/** The person of the secretariat who acts; agendas and meetings keep who it was. */
export type Official = { readonly id: string; readonly name: string }
