import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { AccountScreen } from './account/account.tsx'
import { Frame } from './frame.tsx'
import { FrontScreen } from './front/front.tsx'
import { StaffScreen } from './staff/staff.tsx'

/** Every screen of the desk and its address. */
const root = createRootRoute({ component: Frame })

export const screens = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: StaffScreen }),
  createRoute({ getParentRoute: () => root, path: '/front', component: FrontScreen }),
  createRoute({ getParentRoute: () => root, path: '/staff', component: StaffScreen }),
  createRoute({ getParentRoute: () => root, path: '/account', component: AccountScreen }),
  createRoute({
    getParentRoute: () => root,
    path: '/pictures',
    component: lazyRouteComponent(() => import('./library/pictures.tsx'), 'PicturesScreen'),
  }),
  // The editor is the heaviest part: whoever only looks at lists never loads it.
  createRoute({
    getParentRoute: () => root,
    path: '/articles/$id',
    component: lazyRouteComponent(() => import('./editor/editor.tsx'), 'EditorScreen'),
  }),
])
