export { actorOf } from '../accounts/account-actor.ts'
