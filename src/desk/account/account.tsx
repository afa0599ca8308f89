export const AccountScreen = () => <h1>Account</h1>
