import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { SettingsFrame } from './frame.tsx'

/** The rooms of the settings, loaded when somebody opens them. */
export function settings<Root extends AnyRoute>(root: Root) {
  const frame = createRoute({
    getParentRoute: () => root,
    path: '/settings',
    component: SettingsFrame,
  })
  const room = <Path extends string, Name extends string>(
    path: Path,
    load: () => Promise<Record<Name, () => React.ReactNode>>,
    name: NoInfer<Name>,
  ) =>
    createRoute({
      getParentRoute: () => frame,
      path,
      component: lazyRouteComponent(load as never, name as never),
    })
  return frame.addChildren([
    room('/', () => import('./name.tsx'), 'NameScreen'),
    room('/colours', () => import('./colours.tsx'), 'ColoursScreen'),
    room('/navigation', () => import('./navigation.tsx'), 'NavigationScreen'),
    room('/languages', () => import('./languages.tsx'), 'LanguagesScreen'),
    room('/disclaimers', () => import('./disclaimers.tsx'), 'DisclaimersScreen'),
    room('/policies', () => import('./policies.tsx'), 'PoliciesScreen'),
    room('/pages', () => import('./pages.tsx'), 'PagesScreen'),
    room('/categories', () => import('./categories.tsx'), 'CategoriesScreen'),
    room('/contributors', () => import('./contributors.tsx'), 'ContributorsScreen'),
    room('/redirects', () => import('./redirects.tsx'), 'RedirectsScreen'),
    room('/import', () => import('./import/import.tsx'), 'ImportScreen'),
    room('/attention', () => import('./attention.tsx'), 'AttentionScreen'),
    room('/log', () => import('./log.tsx'), 'LogScreen'),
  ])
}
