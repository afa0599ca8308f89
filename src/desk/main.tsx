import './desk.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { me, queries } from './client.ts'
import { Broken } from './parts/lost.tsx'
import { screens } from './screens.tsx'
import { speak } from './texts.ts'

const router = createRouter({
  routeTree: screens,
  basepath: '/desk',
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Broken,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

// Every screen waits for it, and it waits for nothing.
void queries.prefetchQuery(me)

const language = document.documentElement.lang
await speak(language)

createRoot(document.querySelector('#desk')!).render(
  <I18nProvider locale={language}>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </I18nProvider>,
)
