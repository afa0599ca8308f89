import { useQuery } from '@tanstack/react-query'
import { api, said } from '../client.ts'

export function StaffScreen() {
  const colleagues = useQuery({
    queryKey: ['colleagues'],
    queryFn: () => said(api.colleagues.$get()),
  })
  return (
    <>
      <h1>Staff</h1>
      <ul>
        {colleagues.data?.map((one) => (
          <li key={one.id}>
            {one.name} {one.role.name}
          </li>
        ))}
      </ul>
    </>
  )
}
