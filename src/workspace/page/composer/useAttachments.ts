import { type DragEvent, useCallback, useState } from 'react';

interface DropZone {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent<HTMLElement>) => void;
  readonly onDrop: (event: DragEvent) => void;
}

export interface Attachments {
  /** Waiting to be sent. */
  readonly files: readonly File[];
  readonly add: (files: Iterable<File>) => void;
  readonly drop: (file: File) => void;
  readonly isDragging: boolean;
  readonly dropZone: DropZone;
}

/** Files chosen or dropped, kept until the message is sent. */
export function useAttachments(): Attachments {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isDragging, setIsDragging] = useState(false);

  const add = useCallback((added: Iterable<File>) => setFiles((before) => [...before, ...added]), []);
  const drop = useCallback(
    (file: File) => setFiles((before) => before.filter((other) => other !== file)),
    [],
  );

  return {
    files,
    add,
    drop,
    isDragging,
    dropZone: {
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsDragging(true);
      },
      onDragLeave: (event) => {
        const entered = event.relatedTarget;
        if (!(entered instanceof Node && event.currentTarget.contains(entered))) setIsDragging(false);
      },
      onDrop: (event) => {
        event.preventDefault();
        setIsDragging(false);
        add(event.dataTransfer.files);
      },
    },
  };
}
