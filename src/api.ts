import { attentionDesk } from './administration/attention-desk.ts'
import { contributorsDesk } from './administration/contributors-desk.ts'
import { newsroomDesk } from './administration/newsroom-desk.ts'
import { paperDesk } from './administration/paper-desk.ts'
import { addressDesk } from './articles/address-desk.ts'
import { articlesDesk } from './articles/desk.ts'
import { frontDesk } from './articles/front-desk.ts'
import { manuscriptDesk } from './articles/manuscript-desk.ts'
import { marginDesk } from './articles/margin-desk.ts'
import { pictureUsesDesk } from './articles/picture-desk.ts'
import { revisionsDesk } from './articles/revisions-desk.ts'
import { translationsDesk } from './articles/translations-desk.ts'
import { viewsDesk } from './articles/views-desk.ts'
import { withholdingDesk } from './articles/withholding-desk.ts'
import { commissionDesk } from './commissions/desk.ts'
import { pictureDesk } from './media/desk.ts'
import { boundBody, createApi, refuseUnstorable } from './platform/api.ts'
import { staffDesk } from './staff/desk.ts'
import { type DeskEnv, refuseForeign, signedIn } from './staff/door.ts'
import { meDesk } from './staff/me-desk.ts'
import { transferDesk } from './transfer/desk.ts'

/** What the desk's screens can ask, room by room. Nobody gets past the first lines without a session. */
const api = createApi<DeskEnv>()

api.use('*', async (c, next) => {
  c.header('cache-control', 'no-store')
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') refuseForeign(c as never)
  c.set('session', await signedIn(c as never))
  await next()
})
api.use('*', boundBody)
api.use('*', refuseUnstorable)

export const deskApi = api
  .route('/', meDesk)
  .route('/', staffDesk)
  .route('/', frontDesk)
  .route('/', manuscriptDesk)
  .route('/', revisionsDesk)
  .route('/', addressDesk)
  .route('/', translationsDesk)
  .route('/', marginDesk)
  .route('/', articlesDesk)
  .route('/', viewsDesk)
  .route('/', newsroomDesk)
  .route('/', attentionDesk)
  .route('/', paperDesk)
  .route('/', contributorsDesk)
  .route('/', transferDesk)
  .route('/', pictureDesk)
  .route('/', pictureUsesDesk)
  .route('/', withholdingDesk)
  .route('/', commissionDesk)

deskApi.doc31('/openapi.json', {
  openapi: '3.1.0',
  info: { title: 'The desk', version: '1' },
})

export type DeskApi = typeof deskApi
