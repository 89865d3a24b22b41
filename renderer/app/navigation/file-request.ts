import { create } from 'zustand';
import { useNavigation } from './navigation.ts';

/** A file of the project that another step wants to be seen. */
export interface FileRequest {
  directory: string;
  path: string;
  /** From 1. */
  line?: number;
}

const useFileRequest = create<{ request: FileRequest | undefined }>(() => ({ request: undefined }));

/** Goes to the Edit step, and there to a file, at one of its lines. */
export function showFile(request: FileRequest): void {
  useFileRequest.setState({ request });
  useNavigation.getState().goTo('edit');
}

/** The file that was asked for, if it is one of this project. It stays until {@link forgetFileRequest}. */
export function fileRequestFor(directory: string): FileRequest | undefined {
  const { request } = useFileRequest.getState();
  return request?.directory === directory ? request : undefined;
}

export function forgetFileRequest(): void {
  useFileRequest.setState({ request: undefined });
}
