import 'reflect-metadata';
import { Type } from 'class-transformer';
import { ArrayMinSize, IsArray, IsNotEmpty, IsString, Matches, ValidateNested } from 'class-validator';
import { readFileSync } from 'node:fs';
import { projectPath } from '@app/config';
import { readContent } from '../content-files/yaml-file.js';

const REGISTERS_FILE = 'libs/occupations/content/groups/registers.yaml';

/** A register or licence without which one may not work in some groups. */
class Register {
  /** SOC 2020 unit groups, or groups inside them (`3213/02`). */
  @IsArray() @ArrayMinSize(1) @Matches(/^\d{4}(\/\d\d)?$/, { each: true }) groups: string[];
  /** How a move into them may name it. */
  @IsArray() @ArrayMinSize(1) @IsString({ each: true }) @IsNotEmpty({ each: true }) names: string[];
}

class RegistersFile {
  @IsArray() @ValidateNested({ each: true }) @Type(() => Register) registers: Register[];
}

export type Registers = readonly Register[];

/** @throws ContentError with file and line */
export const loadRegisters = (file: string = projectPath(REGISTERS_FILE)): Registers =>
  readContent('registers.yaml', readFileSync(file, 'utf8'), RegistersFile).content.registers;

/** The register that the words of a move into a group do not name; undefined when none is asked or it is named. */
export function unnamedRegister(registers: Registers, group: string, words: string): string | undefined {
  const lower = words.toLowerCase();
  return registers.find(
    ({ groups, names }) =>
      groups.some((one) => group.startsWith(one)) &&
      !names.some((name) => lower.includes(name.toLowerCase())),
  )?.names[0];
}
