export function NoteForm(_asked: { complaintId: string }) {
  return null;
}
