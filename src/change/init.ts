import type { Write } from '../model/plan.ts';

const CONFIG = (
  name: string,
  start: string,
  timezone: string,
): string => `# yaml-language-server: $schema=https://raw.githubusercontent.com/git-milestone/git-milestone/main/dist/schema/config.schema.json
# The policy of this store. Every key is optional; \`git milestone help\` explains the commands.
project:
  name: ${JSON.stringify(name)}
  start: ${start}
calendar:
  workdays: [mon, tue, wed, thu, fri]
  timezone: ${timezone}
  hours_per_day: 8
  # holidays: [2026-12-25]
# team:
#   - { login: alice, roles: [engineer], skills: [testing], capacity: 1.0 }
# permissions:          # GitHub role that a verb needs in comments: read, triage, write, maintain, admin
#   update: write
#   status: triage
# dashboard: { path: STATUS.md, activity: 10, emoji: true }
`;

const FIRST = (
  start: string,
  due: string,
): string => `# yaml-language-server: $schema=https://raw.githubusercontent.com/git-milestone/git-milestone/main/dist/schema/milestone.schema.json
id: M01
title: First milestone
description: Say here what it is to achieve
status: planning
timeline:
  estimated_start: ${start}
  estimated_end: ${due}     # the due date; --timeline moves it
tasks:
  - { id: task-001, title: First task, status: pending, estimated_hours: 8 }
dependencies:
  requires: []              # ids of milestones that have to finish first
`;

/**
 * The files of a new store, by path relative to the directory it goes into. `start` and `due` are ISO days.
 */
export function initialFiles(name: string, start: string, due: string, timezone: string): Write[] {
  return [
    { path: '.milestones/config.yaml', before: null, after: CONFIG(name, start, timezone) },
    { path: '.milestones/active/M01.yaml', before: null, after: FIRST(start, due) },
  ];
}
