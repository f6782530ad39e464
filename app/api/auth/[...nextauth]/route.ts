import { answerAuth } from '#lib/auth/handler';
import { signInPerson } from '#lib/commands/people';
import { SYSTEM } from '#lib/domain/policy/may';

async function answer(request: Request, { params }: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const { nextauth } = await params;
  return answerAuth(request, nextauth, async (claims) => {
    const outcome = await signInPerson(claims, { actor: SYSTEM, now: new Date() });
    if (outcome.kind === 'done') return { userId: outcome.value };
    return { refusal: outcome.kind === 'refused' ? (outcome.refusals[0]?.code ?? 'failed') : 'failed' };
  });
}

export { answer as GET, answer as POST };
