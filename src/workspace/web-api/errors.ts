/** A refusal in Slack's words: `{ok: false, error: code, …}`. */
export class ApiError extends Error {
  readonly code: string;
  readonly messages: readonly string[];
  constructor(code: string, messages: readonly string[] = []) {
    super([code, ...messages].join('; '));
    this.name = 'ApiError';
    this.code = code;
    this.messages = messages;
  }
}

export function errorBody(error: ApiError): Record<string, unknown> {
  return {
    ok: false,
    error: error.code,
    ...(error.messages.length > 0
      ? {
          errors: error.messages,
          response_metadata: { messages: error.messages.map((message) => `[ERROR] ${message}`) },
        }
      : {}),
  };
}
