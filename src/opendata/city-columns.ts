import type { Scheme } from '../scheme/scheme.ts'
import type { Column } from './column.ts'

/** The city as tables name it. */
export type City = Pick<Scheme, 'city' | 'localGovernmentCode'>

/** The first two columns of every table, as in the municipal standard datasets: whose data it is. */
export const cityColumns = <Row>({ city, localGovernmentCode }: City): readonly Column<Row>[] => [
  {
    name: '全国地方公共団体コード',
    key: 'localGovernmentCode',
    type: 'string',
    meaning: '認定した市のコード（検査数字を含む6桁）',
    example: localGovernmentCode,
    pattern: '^[0-9]{6}$',
    value: () => localGovernmentCode
  },
  {
    name: '地方公共団体名',
    key: 'localGovernmentName',
    type: 'string',
    meaning: '認定した市の名称',
    example: city,
    value: () => city
  }
]
