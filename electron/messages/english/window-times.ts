/** Lengths of time. */

export const now = 'now';
export const minutes = (minutes: number): string => `${minutes} min`;
export const hours = (hours: number): string => `${hours} h`;
export const days = (days: number): string => `${days} d`;
export const months = (months: number): string => `${months} mo`;
export const years = (years: number): string => `${years} y`;
export const ago = (span: string): string => `${span} ago`;
export const later = (span: string): string => `in ${span}`;
