import { createRootRoute, createRoute } from '@tanstack/react-router'
import { AccountScreen } from './account/account.tsx'
import { Frame } from './frame.tsx'
import { StaffScreen } from './staff/staff.tsx'

/** Every screen of the desk and its address. */
const root = createRootRoute({ component: Frame })

export const screens = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: StaffScreen }),
  createRoute({ getParentRoute: () => root, path: '/staff', component: StaffScreen }),
  createRoute({ getParentRoute: () => root, path: '/account', component: AccountScreen }),
])
