/** The right of appeal as the law has it now: the Public Administration Act of 10 February 1967, §§ 28, 29, 18 and 19. The Act of 2025 is not in force. */
export const APPEAL = { weeks: 3, right: '§ 28', deadline: '§ 29', access: '§§ 18 og 19' } as const;
