import type { CategoriesEdition, Category, Declaration, Item } from '../edition.ts'
import type { EvidenceField, Measure, MeasuresField, TextField, UsageField } from '../evidence-field.ts'

const text = (label: string, name = 'text'): TextField => ({ kind: 'text', name, label })

const measures = (options: readonly Measure[]): MeasuresField => ({
  kind: 'measures',
  label: '取組内容',
  options,
  other: '上記以外の取組（具体的な取組内容をご記入ください。）',
  needed: 1
})

type Wording = Pick<Item, 'text' | 'note' | 'printedYear' | 'hint' | 'shortText'>

const item = (code: string, wording: Wording, ...evidence: readonly EvidenceField[]): Item => ({
  code,
  ...wording,
  allowsNotApplicable: false,
  evidence,
  evidenceNeeded: 'all'
})

const anyOneMeasure = '※右記のいずれかを実施している場合、✓を付けてください。'

const declarations: readonly Declaration[] = [
  {
    id: 'legal_compliance',
    text: '関係法令（労働基準法、育児・介護休業法など）を遵守している',
    detailLabel: null,
    required: true
  },
  {
    id: 'kurumin',
    text: '厚生労働省が実施する「くるみん」の認定を受けている',
    detailLabel: '認定区分',
    required: false
  },
  {
    id: 'health_management',
    text: '経済産業省が実施する「健康経営優良法人」の認定を受けている',
    detailLabel: '認定区分',
    required: false
  },
  {
    id: 'diverse_work_style',
    text: '埼玉県が実施する「多様な働き方実践企業」の認定を受けている',
    detailLabel: '認定区分',
    required: false
  },
  {
    id: 'sdgs_partner',
    text: '埼玉県が実施する「埼玉県SDGsパートナー」に登録されている',
    detailLabel: '登録No',
    required: false
  }
]

const philosophy: Category = {
  number: 1,
  title: '経営者の理念表明と推進体制',
  shortTitle: '理念表明と推進体制',
  items: [
    item(
      '1-1',
      {
        text: 'ワーク・ライフ・バランスの実現等のため、経営者が理念を表明している。',
        note: '（例：イクボス宣言、ビジョンなどの表明）',
        hint: '社内への掲示、朝礼や会議での話、ホームページや求人票の文章も当てはまります。',
        shortText: '経営者が理念を表明している'
      },
      text('理念の概要')
    ),
    item(
      '1-2',
      {
        text: 'ワーク・ライフ・バランスの実現等のため、推進体制を構築している。',
        note: '（例：推進担当部署・担当者の決定）',
        hint: '専任の部署でなくても構いません。担当者を決めていれば当てはまります。個人の名前は書かなくて結構です。',
        shortText: '推進体制を構築している'
      },
      text('担当部署名')
    )
  ]
}

const overtime: Category = {
  number: 2,
  title: '長時間労働の抑制',
  shortTitle: '長時間労働の抑制',
  items: [
    item(
      '2-1',
      {
        text: '過去3年間において、時間外労働時間が月45時間、年360時間を超えた従業員がいない。または、2022年の平均時間外労働時間が前年比または一昨年比で10%以上減少している。',
        printedYear: 2022,
        hint: '45時間・360時間ちょうどは「超えた」に当たりません。どちらか一方に当てはまれば結構です。',
        shortText: '時間外労働が月45時間・年360時間を超えた従業員がいない、または平均が10%以上減少'
      },
      {
        kind: 'overtime',
        bases: [
          { id: 'busiest', label: '最も時間外労働が多かった従業員の実績' },
          { id: 'average', label: '平均時間外労働時間' }
        ],
        testedYears: 3
      }
    ),
    item(
      '2-2',
      {
        text: '従業員の労働時間をシステムやタイムカードなどで管理・把握している。',
        hint: '勤怠システム、タイムカード、ICカード、パソコンの記録など、方法は問いません。',
        shortText: '労働時間を管理・把握している'
      },
      text('管理方法')
    ),
    item(
      '2-3',
      {
        text: '長時間労働抑制のための取組を行っている。',
        note: anyOneMeasure,
        hint: '次のいずれか1つを実施していれば当てはまります。',
        shortText: '長時間労働抑制のための取組を行っている'
      },
      measures([
        { id: 'no_overtime_day', text: 'ノー残業デーの実施' },
        { id: 'awareness', text: '管理・監督者、その他従業員への意識啓発' },
        { id: 'upper_limit_target', text: '長時間労働の上限の目標設定' }
      ])
    ),
    item(
      '2-4',
      {
        text: '業務効率化のため、AI・RPA等の技術を導入し、業務の一部を自動化している。または、業務平準化のため、業務配分の見直しを行っている。',
        hint: '請求書の自動作成や予約受付の自動化など、小さなものでも構いません。担当の分け方を見直した場合も当てはまります。',
        shortText: '業務の自動化、または業務配分の見直しを行っている'
      },
      text('取組内容')
    )
  ]
}

const leave: Category = {
  number: 3,
  title: '休暇の取得促進',
  shortTitle: '休暇の取得促進',
  items: [
    item(
      '3-1',
      {
        text: '過去3年間において、有給休暇を10日以上付与されている全ての従業員が年間5日以上有給休暇を取得しており、過去3年間で2年以上、平均年次有給休暇取得率が業種別平均を上回る。',
        hint: '取得率は「取得した日数の合計 ÷ 付与した日数の合計（繰越しを除く）× 100」です。業種別平均とは、申請の画面で比べます。',
        shortText: '全員が年5日以上取得し、取得率が2年以上で業種別平均を上回る'
      },
      {
        kind: 'take_up',
        label: '従業員の平均年次有給休暇取得率',
        everyoneQuestion: '過去3年間、10日以上付与された従業員は全員、毎年5日以上取得しましたか'
      }
    ),
    item(
      '3-2',
      {
        text: '年次有給休暇の取得促進のための取組を行っている。',
        note: anyOneMeasure,
        hint: '次のいずれか1つを実施していれば当てはまります。',
        shortText: '年次有給休暇の取得促進のための取組を行っている'
      },
      measures([
        { id: 'take_up_target', text: '取得率等の目標設定' },
        { id: 'awareness', text: '社員への意識啓発' },
        { id: 'follow_up', text: '取得率の低い従業員へのフォロー体制がある' },
        { id: 'consecutive_leave', text: '休暇の連続取得を奨励している' }
      ])
    ),
    item(
      '3-3',
      {
        text: '独自に特別休暇の制度を設けている。',
        hint: '夏季・誕生日・リフレッシュ・ボランティアなど、年次有給休暇とは別に会社が設けた休暇です。',
        shortText: '独自の特別休暇の制度がある'
      },
      text('制度概要')
    )
  ]
}

const usage: UsageField = {
  kind: 'usage',
  label: '利用実績（※実績がある場合は該当する年を2年分まで記入）',
  counts: [
    { name: 'men', label: '男性' },
    { name: 'women', label: '女性' }
  ]
}

const usageNote =
  '※過去5年間に於いて利用実績がある場合、チェック欄に✓を付けてください。なお、過去5年間に於いて制度の利用対象者がいなかった場合は、チェック欄に「-」を付けてください'

const women: Category = {
  number: 4,
  title: '女性活躍の推進',
  shortTitle: '女性活躍の推進',
  items: [
    {
      ...item(
        '4-1',
        {
          text: '女性管理職の登用目標を設定している。または、女性管理職の割合が業種別平均を超えている。',
          note: '※管理職割合は直近決算期末の実績',
          hint: '目標と割合の、どちらか一方で当てはまります。管理職は課長に当たる役職から上で、役員を含みます。',
          shortText: '女性管理職の登用目標がある、または割合が業種別平均を超えている'
        },
        text('登用目標', 'target'),
        {
          kind: 'head_counts',
          label: '管理職内訳',
          menLabel: '男性',
          womenLabel: '女性',
          shareLabel: '女性管理職の割合'
        }
      ),
      evidenceNeeded: 'any'
    },
    item(
      '4-2',
      {
        text: '育児休業や介護休業の取得促進のための取組を行っている。',
        note: anyOneMeasure,
        hint: '次のいずれか1つを実施していれば当てはまります。',
        shortText: '育児休業や介護休業の取得促進のための取組を行っている'
      },
      measures([
        { id: 'awareness', text: '管理・監督者及びその他従業員への意識啓発' },
        { id: 'consultation', text: '相談窓口の設置' },
        { id: 'internal_notice', text: '社内メール等での制度周知' }
      ])
    ),
    {
      ...item(
        '4-3',
        {
          text: '育児休業の利用実績がある。',
          note: usageNote,
          hint: '過去5年間に1人でも利用していれば当てはまります。対象になる人がいなかったときは「-」を選んでください。',
          shortText: '育児休業の利用実績がある'
        },
        usage
      ),
      allowsNotApplicable: true
    },
    {
      ...item(
        '4-4',
        {
          text: '育児短時間勤務の利用実績がある。',
          note: usageNote,
          hint: '過去5年間に1人でも利用していれば当てはまります。対象になる人がいなかったときは「-」を選んでください。',
          shortText: '育児短時間勤務の利用実績がある'
        },
        usage
      ),
      allowsNotApplicable: true
    },
    item(
      '4-5',
      {
        text: '4-3及び4-4の制度について、法令を上回る独自の制度を設けている。',
        hint: '法律の期間を超える育児休業、小学校入学後も使える短時間勤務、休業中の手当などです。',
        shortText: '育児休業・育児短時間勤務に法令を上回る独自の制度がある'
      },
      text('取組内容')
    )
  ]
}

const diversity: Category = {
  number: 5,
  title: '多様な働き方の推進',
  shortTitle: '多様な働き方の推進',
  items: [
    item(
      '5-1',
      {
        text: '多様な働き方を推進するための取組を行っている。',
        hint: '次のいずれか1つを実施していれば当てはまります。',
        shortText: '多様な働き方を推進するための取組を行っている'
      },
      measures([
        { id: 'paternity_leave', text: '男性の育児休業取得を推進している' },
        { id: 'side_jobs', text: '従業員の副業を認めている' }
      ])
    ),
    item(
      '5-2',
      {
        text: 'サテライトオフィスの開設やテレワーク、またはフレックスタイム制の導入により、場所や時間に捕らわれない働き方を推進している。',
        hint: '一部の部署や職種だけでも、制度として使えるようにしていれば当てはまります。',
        shortText: '場所や時間に捕らわれない働き方を推進している'
      },
      text('取組内容')
    ),
    {
      ...item(
        '5-3',
        {
          text: '介護休業または介護休暇の利用実績がある。または、同制度について法律を上回る制度を設けている。',
          note: '※過去5年間に於いて利用実績がある場合、チェック欄に✓を付けてください。',
          hint: '利用実績と、法律を上回る制度の、どちらか一方で当てはまります。',
          shortText: '介護休業・介護休暇の利用実績、または法律を上回る制度がある'
        },
        {
          kind: 'usage',
          label: '利用実績（※実績がある場合は2年分まで記入）',
          counts: [{ name: 'people', label: '介護休業・介護休暇' }]
        },
        text('取組内容')
      ),
      evidenceNeeded: 'any'
    }
  ]
}

const workplace: Category = {
  number: 6,
  title: '働きやすい職場づくりの推進',
  shortTitle: '働きやすい職場づくり',
  items: [
    item(
      '6-1',
      {
        text: '働きやすい職場づくりのための取組を行っている。',
        note: anyOneMeasure,
        hint: '次のいずれか1つを実施していれば当てはまります。',
        shortText: '働きやすい職場づくりのための取組を行っている'
      },
      measures([
        { id: 'communication', text: '社内コミュニケーションの円滑化のための取組を行っている' },
        { id: 'training', text: '教育・研修環境を整備している' },
        { id: 'qualifications', text: '資格取得を支援している' },
        { id: 'scholarship', text: '奨学金返済者への補助制度がある' }
      ])
    ),
    item(
      '6-2',
      {
        text: 'ハラスメント対策のための取組を行っている。',
        note: anyOneMeasure,
        hint: '次のいずれか1つを実施していれば当てはまります。',
        shortText: 'ハラスメント対策のための取組を行っている'
      },
      measures([
        { id: 'awareness', text: '社員への意識啓発' },
        { id: 'consultation', text: '相談窓口の設置' },
        { id: 'internal_notice', text: '社内メール等での周知' }
      ])
    ),
    item(
      '6-3',
      {
        text: '従業員の健康管理のための取組を行っている。',
        note: '（例：ストレスチェック、産業医等による面談）',
        hint: '健康診断の項目の上乗せ、ストレスチェック、産業医や保健師との面談、運動や食事の支援などです。',
        shortText: '従業員の健康管理のための取組を行っている'
      },
      text('取組内容')
    ),
    item(
      '6-4',
      {
        text: '働きやすい職場づくりの推進に関する上記以外の取組を行っている。',
        note: '（例：社員アンケートの実施、福利厚生設備の設置、社員のレクリエーション制度）',
        hint: '6-1から6-3までに書いていないことを書いてください。',
        shortText: '働きやすい職場づくりの、上記以外の取組を行っている'
      },
      text('取組内容')
    )
  ]
}

const community: Category = {
  number: 7,
  title: '地域・社会貢献活動',
  shortTitle: '地域・社会貢献活動',
  items: [
    item(
      '7-1',
      {
        text: 'SDGs達成に向けた取組を行っており、それを公表している。',
        hint: 'ホームページ、会社案内、店内の掲示など、社外の人が見られれば公表に当たります。',
        shortText: 'SDGs達成に向けた取組を行い、公表している'
      },
      { kind: 'sdgs', goalsLabel: '番号', descriptionLabel: '取組内容', publishedLabel: '公表している場所' }
    ),
    item(
      '7-2',
      {
        text: '地域活動に参加している。',
        note: '（例：ボランティア、市民まつりなどの地域の催しに参加・協力している。）',
        hint: '清掃、見守り、防災訓練、職場体験の受入れ、催しへの協賛も当てはまります。',
        shortText: '地域活動に参加している'
      },
      text('取組内容')
    )
  ]
}

/** The sheet in use since fiscal year 2023: 23 items in 7 categories. Wording of the clean copy. */
export const asaka2023: CategoriesEdition = {
  id: 'asaka-2023',
  name: 'チェックシート（令和5年度版）',
  title: '朝霞市ワーク・ライフ・グッドバランス企業認定制度チェックシート',
  introducedInFiscalYear: 2023,
  declarations,
  rule: 'categories',
  requiredCategories: 3,
  categories: [philosophy, overtime, leave, women, diversity, workplace, community]
}
