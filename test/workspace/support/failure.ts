/** Slack's error of a refused call, with the places it names; fails when the call went through. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ error: string; messages: readonly string[] }> {
  try {
    await call;
  } catch (error) {
    const { data } = error as { data?: { error: string; errors?: readonly string[] } };
    if (data) return { error: data.error, messages: data.errors ?? [] };
    throw error;
  }
  throw new Error('the call was not refused');
}
