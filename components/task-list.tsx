import type { ReactNode } from 'react';
import type { Texts } from '#lib/texts/texts';

export type TaskItem = {
  id: string;
  title: ReactNode;
  /** What remains, in one line. */
  line?: ReactNode;
  /** When it is due, as words: «1. februar (om 9 dager)». */
  deadline?: string;
  /** Less than a week is left, or it has passed. */
  urgent?: boolean;
  passed?: boolean;
  /** A ButtonLink to the place where the work goes on. */
  action: ReactNode;
};

type Props = { t: Texts; tasks: readonly TaskItem[]; title?: string; empty?: ReactNode };

/** What waits for the reader, most urgent first, each with one way on. */
export function TaskList({ t, tasks, title, empty }: Props) {
  const words = t.common.tasks;
  return (
    <section className="mb-12">
      <h2 className="text-xl font-semibold">{title ?? words.title}</h2>
      {tasks.length === 0 ? (
        <p className="mt-3 text-quiet">{empty ?? words.none}</p>
      ) : (
        <ul className="mt-4 border-t border-line">
          {tasks.map((task) => (
            <li key={task.id} className="flex flex-wrap items-center gap-x-8 gap-y-3 border-b border-line py-4">
              <div className="min-w-0 flex-1 basis-72">
                <p className="font-medium">{task.title}</p>
                {task.line !== undefined && <p className="text-quiet">{task.line}</p>}
              </div>
              {task.deadline !== undefined && (
                <p className={task.urgent ? 'text-sm font-medium text-bad' : 'text-sm text-quiet'}>
                  {task.passed ? words.passed(task.deadline) : words.deadline(task.deadline)}
                </p>
              )}
              <div>{task.action}</div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
