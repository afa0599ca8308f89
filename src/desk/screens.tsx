import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { filtersOf } from './articles/filters.ts'
import { ListScreen } from './articles/list.tsx'
import { Frame } from './frame.tsx'
import { Lost } from './parts/lost.tsx'
import { settings } from './settings/screens.tsx'

/** Every screen of the desk and its address. */
const root = createRootRoute({ component: Frame, notFoundComponent: Lost })

export const screens = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: ListScreen,
    validateSearch: filtersOf,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/board',
    component: lazyRouteComponent(() => import('./articles/board.tsx'), 'BoardScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/calendar',
    component: lazyRouteComponent(() => import('./articles/calendar.tsx'), 'CalendarScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/front',
    component: lazyRouteComponent(() => import('./front/front.tsx'), 'FrontScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/guests',
    component: lazyRouteComponent(() => import('./guests/guests.tsx'), 'GuestsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff',
    component: lazyRouteComponent(() => import('./staff/staff.tsx'), 'StaffScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    component: lazyRouteComponent(() => import('./account/account.tsx'), 'AccountScreen'),
  }),
  settings(root),
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
