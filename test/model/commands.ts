import fc from 'fast-check'
import { remindMembers } from '../../src/committee/remind-members.ts'
import { remindCompanies } from '../../src/renewals/remind-companies.ts'
import { advance } from './advance.ts'
import { accuse, answer, beginRenewal, conclude, surrender } from './certification-steps.ts'
import { changeProfile, comeIn, invite, letColleagueGo, takeBackInvitation } from './company-steps.ts'
import { dateInJapan } from './days.ts'
import { decide } from './decision-steps.ts'
import * as desk from './desk-steps.ts'
import * as draft from './draft-steps.ts'
import { intrude } from './intruder.ts'
import * as meeting from './meeting-steps.ts'
import type { Model } from './model.ts'
import type { Real } from './portal.ts'
import { fallSilent, judgeWords, showOneself } from './publicity-steps.ts'
import { type Dice, expectStatuses, type Manner, perform, type StepMaker, together } from './step.ts'
import { tally } from './tally.ts'

/** Everything that somebody can do, and how often it is tried. */
const makers: Readonly<Record<string, readonly [weight: number, make: StepMaker]>> = {
  advance: [60, advance],
  begin: [4, draft.begin],
  save: [6, draft.save],
  saveAll: [3, draft.saveAll],
  attach: [3, draft.attach],
  detach: [2, draft.detach],
  submit: [6, draft.submit],
  withdraw: [2, draft.withdraw],
  decideItem: [8, desk.decideItem],
  acceptAll: [3, desk.acceptAll],
  pickReading: [2, desk.pickReading],
  chooseWay: [4, desk.chooseWay],
  forward: [5, desk.forward],
  askForCorrection: [4, desk.askForCorrection],
  hear: [1, desk.hear],
  takeBackFor: [1, desk.takeBackFor],
  pullBack: [3, desk.pullBack],
  callMeeting: [3, meeting.callMeeting],
  moveMeeting: [2, meeting.moveMeeting],
  putCase: [3, meeting.putCase],
  removeCase: [2, meeting.removeCase],
  opine: [6, meeting.opine],
  close: [5, meeting.close],
  callOff: [2, meeting.callOff],
  takeIn: [2, meeting.takeIn],
  letGo: [2, meeting.letGo],
  decide: [8, decide],
  beginRenewal: [6, beginRenewal],
  surrender: [2, surrender],
  accuse: [3, accuse],
  answer: [3, answer],
  conclude: [3, conclude],
  invite: [2, invite],
  takeBackInvitation: [1, takeBackInvitation],
  comeIn: [2, comeIn],
  letColleagueGo: [2, letColleagueGo],
  changeProfile: [2, changeProfile],
  showOneself: [4, showOneself],
  judgeWords: [3, judgeWords],
  fallSilent: [1, fallSilent]
}

type Life = fc.AsyncCommand<Model, Real>

/** Every step begins a minute after the one before. */
const pass = (model: Model, real: Real, milliseconds: number): void => {
  model.now += milliseconds
  model.today = dateInJapan(model.now)
  real.portal.setNow(new Date(model.now).toISOString())
}

const minute = 60_000
const day = 86_400_000

const makerOf = (name: string): StepMaker => makers[name]?.[1] ?? (() => null)

class Act implements Life {
  readonly name: string
  readonly dice: Dice
  readonly manner: Manner
  constructor(name: string, dice: Dice, manner: Manner) {
    this.name = name
    this.dice = dice
    this.manner = manner
  }
  check = () => true
  async run(model: Model, real: Real) {
    pass(model, real, minute)
    const step = await makerOf(this.name)(model, real, this.dice)
    if (step === null) return
    tally(this.name, this.manner.kind)
    await perform(step, this.manner, model, real)
    await expectStatuses(model, real)
  }
  toString = () => `${this.name}(${this.dice}) ${Object.values(this.manner).join(' ')}`
}

/** Two people do two things at the same moment. */
class Race implements Life {
  readonly one: Act
  readonly other: Act
  constructor(one: Act, other: Act) {
    this.one = one
    this.other = other
  }
  check = () => true
  async run(model: Model, real: Real) {
    pass(model, real, minute)
    const one = await makerOf(this.one.name)(model, real, this.one.dice)
    const other = await makerOf(this.other.name)(model, real, this.other.dice)
    if (one === null || other === null || one.alone === true || other.alone === true) return
    tally(`${this.one.name}+${this.other.name}`, 'race')
    await together(one, other, model, real)
    await expectStatuses(model, real)
  }
  toString = () => `[${this.one} | ${this.other}]`
}

class Pass implements Life {
  readonly days: number
  constructor(days: number) {
    this.days = days
  }
  check = () => true
  async run(model: Model, real: Real) {
    tally('time passes', 'plain')
    pass(model, real, this.days * day)
  }
  toString = () => `${this.days} days pass`
}

/** What recurs by itself: running it once more sends nothing. */
class Recur implements Life {
  check = () => true
  async run(model: Model, { context }: Real) {
    tally('recurring work', 'plain')
    const failed: unknown[] = []
    const run = async () => {
      const { reminded } = await remindCompanies(context, (error) => failed.push(error))
      return reminded + (await remindMembers(context, (error) => failed.push(error))).reminded
    }
    model.reminders += await run()
    if ((await run()) !== 0 || failed.length > 0) throw new Error(`reminded twice, or not: ${failed}`)
  }
  toString = () => 'recurring work'
}

class Intrude implements Life {
  readonly dice: Dice
  constructor(dice: Dice) {
    this.dice = dice
  }
  check = () => true
  async run(model: Model, real: Real) {
    tally('intrusion', 'plain')
    await intrude(model, real, this.dice)
  }
  toString = () => `intrusion(${this.dice})`
}

const dice = fc.tuple(fc.nat(59), fc.nat(59), fc.nat(59), fc.nat(59))

const names = fc.oneof(...Object.entries(makers).map(([name, [weight]]) => ({ weight, arbitrary: fc.constant(name) })))

const manners = fc.oneof<fc.WeightedArbitrary<Manner>[]>(
  { weight: 16, arbitrary: fc.constant({ kind: 'plain' }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'twice' }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('crash-before' as const), statement: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'crash-after-commit' }) }
)

const plain: Manner = { kind: 'plain' }
const act = fc.tuple(names, dice, manners).map(([name, numbers, manner]) => new Act(name, numbers, manner))
const quiet = fc.tuple(names, dice).map(([name, numbers]) => new Act(name, numbers, plain))

/** What can happen next. */
export const happenings: fc.Arbitrary<Life> = fc.oneof<fc.WeightedArbitrary<Life>[]>(
  { weight: 40, arbitrary: act },
  { weight: 3, arbitrary: fc.tuple(quiet, quiet).map(([one, other]) => new Race(one, other)) },
  { weight: 3, arbitrary: fc.constantFrom(1, 7, 14, 30, 60, 100, 190, 366, 1000).map((days) => new Pass(days)) },
  { weight: 1, arbitrary: fc.constant(null).map(() => new Recur()) },
  { weight: 3, arbitrary: dice.map((numbers) => new Intrude(numbers)) }
)
