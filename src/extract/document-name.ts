// Which names a visitor would open to read: not what programs and web pages are made of. Pure.

export const documentName =
  /\.(?:pdf|docx?|docm|xlsx?|xlsm|xlsb|pptx?|ppsx?|od[tsp]|rtf|csv|txt|zip|rar|7z|jpe?g|png|tiff?|bmp|webp|gif)$/i;
