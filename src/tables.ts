import type { AddressTables } from './addresses/tables.ts'
import type { ArticleTables } from './articles/tables.ts'
import type { CategoryTables } from './categories/tables.ts'
import type { CommissionTables } from './commissions/tables.ts'
import type { ContributorTables } from './contributors/tables.ts'
import type { MediaTables } from './media/tables.ts'
import type { NewsroomTables } from './newsroom/tables.ts'
import type { ChangeTables } from './platform/changes.ts'
import type { LimitTables } from './platform/limits.ts'
import type { OutboxTables } from './platform/outbox.ts'
import type { ReadershipTables } from './readership/tables.ts'
import type { RelatedTables } from './related/tables.ts'
import type { SearchTables } from './search/tables.ts'
import type { StaffTables } from './staff/tables.ts'
import type { TransferTables } from './transfer/tables.ts'

/** Every table of the newsroom, each declared by the feature that owns it. */
export interface Tables
  extends ChangeTables,
    LimitTables,
    OutboxTables,
    AddressTables,
    NewsroomTables,
    MediaTables,
    StaffTables,
    ContributorTables,
    CategoryTables,
    ArticleTables,
    ReadershipTables,
    RelatedTables,
    SearchTables,
    TransferTables,
    CommissionTables {}
