// The words of the desk; they come with its code.
import { texts_of } from "../base/language";
import { desk } from "../texts/desk";

export const t = texts_of(desk);
