using System.Buffers.Binary;
using System.Numerics;
using Memti.Plugins.RiscV.Instructions;
using Memti.Plugins.RiscV.State;
using K = Memti.Plugins.RiscV.Instructions.OperationKind;

namespace Memti.Plugins.RiscV.Execution;

/// <summary>Executes decoded instructions one by one.</summary>
internal sealed unsafe class Interpreter
{
    private readonly CoreState* _state;
    private readonly PageTable _pages;
    private readonly DecodedCode _code;
    private readonly MemoryAccess _memory;
    private readonly RareOperations _rare;
    private readonly CallLog _calls;
    private readonly NativeBlock _outside = new((2 * sizeof(Operation)) + sizeof(MemoryPage) + (3 * sizeof(long)));

    public Interpreter(CoreState* state, PageTable pages, DecodedCode code, MemoryAccess memory, RareOperations rare, CallLog calls)
    {
        _state = state;
        (_pages, _code, _memory, _rare, _calls) = (pages, code, memory, rare, calls);
        OutsidePage->Counters = (long*)(OutsidePage + 1);
    }

    // An instruction that came through the host, and the page that it seems to lie in.
    private Operation* Outside => (Operation*)_outside.Pointer;

    private MemoryPage* OutsidePage => (MemoryPage*)(Outside + 2);

    /// <summary>
    /// Executes at least one instruction, or raises its exception, and then instructions that begin before a cycle. Returns early after
    /// an instruction that reached the host or a control register, raised an exception, or waits.
    /// </summary>
    /// <param name="limit">No further instruction begins at or after this cycle.</param>
    /// <param name="block">Returns also after a jump or a taken branch.</param>
    /// <param name="through">Executes instructions that begin translated code, rather than to return before them.</param>
    public void Run(long limit, bool block, bool through)
    {
        if (!Loop(limit, block, through, null, null))
            ThroughHost(_state->Pc);
    }

    // An instruction of which at least a part lies outside the memories that the core reads by itself.
    private void ThroughHost(uint pc)
    {
        _memory.Begin();
        if (!TryHalf(pc, out ushort low))
        {
            _rare.RaiseFetchFault(pc, _memory.Stalls);
            return;
        }

        ushort high = 0;
        if (Decoder.IsFull(low) && !TryHalf(pc + 2, out high))
        {
            _rare.RaiseFetchFault(pc + 2, _memory.Stalls);
            return;
        }

        *Outside = _code.Priced(Decoder.Decode(low | ((uint)high << 16)), pc, 0, 0) with { Words = 0 };
        _state->Cycle += _memory.Stalls;
        _state->Stalled += _memory.Stalls;
        Loop(_state->Cycle + 1, true, true, Outside, OutsidePage);
    }

    private bool TryHalf(uint address, out ushort half)
    {
        if (_pages.TryRead(address, out half))
            return true;
        bool answered = _memory.TryFetchWord(address & ~3u, out uint word);
        half = (ushort)(word >> (int)(8 * (address & 2)));
        return answered;
    }

    /// <summary>The loop. Its locals live in machine registers, so it is one method.</summary>
    /// <returns>False when the next instruction must come through the host.</returns>
    private bool Loop(long limit, bool block, bool through, Operation* op, MemoryPage* here)
    {
        CoreState* state = _state;
        uint* x = state->X;
        MemoryPage* pages = state->Pages;
        uint pc = state->Pc;
        long begin = state->Cycle, cycle = begin, stalled = 0, instructions = 0, words = 0;
        bool isSimple = _code.UnalignedTarget == 0;
        Operation* slots = op;
        if (op is not null)
            goto next;

    enter:
        slots = _code.Table[pc >> MemoryPage.Bits];
        if (slots is null && (slots = _code.Page(pc)) is null)
        {
            here = OutsidePage;
            Save(here, pc, cycle, stalled, words, instructions);
            return cycle != begin;
        }

        here = pages + (pc >> MemoryPage.Bits);
        op = slots + ((pc & (MemoryPage.Bytes - 1)) >> 1);

    next:
        while (cycle < limit)
        {
            uint result;
            uint target;
            K kind = op->Kind;
        dispatch:
            switch (kind)
            {
                case K.None:
                    if (_code.TryDecode(pc, op))
                        continue;
                    Save(here, pc, cycle, stalled, words, instructions);
                    return cycle != begin;

                case K.Boundary:
                    Save(here, pc, cycle, stalled, words, instructions);
                    (stalled, instructions, words) = (0, 0, 0);
                    goto enter;

                case K.Translated:
                    if (through)
                    {
                        kind = op->Original;
                        goto dispatch;
                    }

                    Save(here, pc, cycle, stalled, words, instructions);
                    return true;

                case K.Lui: result = (uint)op->Immediate; break;
                case K.Auipc: result = pc + (uint)op->Immediate; break;
                case K.Jal:
                    x[op->Rd] = pc + op->Length;
                    target = pc + (uint)op->Immediate;
                    goto jump;
                case K.Jalr:
                    target = (x[op->Rs1] + (uint)op->Immediate) & ~1u;
                    x[op->Rd] = pc + op->Length;
                    goto jump;

                case K.Beq:
                    if (x[op->Rs1] == x[op->Rs2])
                        goto branch;
                    goto proceed;
                case K.Bne:
                    if (x[op->Rs1] != x[op->Rs2])
                        goto branch;
                    goto proceed;
                case K.Blt:
                    if ((int)x[op->Rs1] < (int)x[op->Rs2])
                        goto branch;
                    goto proceed;
                case K.Bge:
                    if ((int)x[op->Rs1] >= (int)x[op->Rs2])
                        goto branch;
                    goto proceed;
                case K.Bltu:
                    if (x[op->Rs1] < x[op->Rs2])
                        goto branch;
                    goto proceed;
                case K.Bgeu:
                    if (x[op->Rs1] >= x[op->Rs2])
                        goto branch;
                    goto proceed;

                case K.Lb:
                    {
                        uint address = x[op->Rs1] + (uint)op->Immediate;
                        MemoryPage* page = pages + (address >> MemoryPage.Bits);
                        if (page->LoadBias == 0)
                            goto rare;
                        page->Counters[1]++;
                        stalled += page->ReadWaits;
                        cycle += page->ReadWaits;
                        result = (uint)*(sbyte*)(page->LoadBias + (nint)address);
                        break;
                    }

                case K.Lh:
                    {
                        uint address = x[op->Rs1] + (uint)op->Immediate;
                        MemoryPage* page = pages + (address >> MemoryPage.Bits);
                        if (page->LoadBias == 0 || (address & 1) != 0)
                            goto rare;
                        page->Counters[1]++;
                        stalled += page->ReadWaits;
                        cycle += page->ReadWaits;
                        result = (uint)*(short*)(page->LoadBias + (nint)address);
                        break;
                    }

                case K.Lw:
                    {
                        uint address = x[op->Rs1] + (uint)op->Immediate;
                        MemoryPage* page = pages + (address >> MemoryPage.Bits);
                        if (page->LoadBias == 0 || (address & 3) != 0)
                            goto rare;
                        page->Counters[1]++;
                        stalled += page->ReadWaits;
                        cycle += page->ReadWaits;
                        result = *(uint*)(page->LoadBias + (nint)address);
                        break;
                    }

                case K.Lbu:
                    {
                        uint address = x[op->Rs1] + (uint)op->Immediate;
                        MemoryPage* page = pages + (address >> MemoryPage.Bits);
                        if (page->LoadBias == 0)
                            goto rare;
                        page->Counters[1]++;
                        stalled += page->ReadWaits;
                        cycle += page->ReadWaits;
                        result = *(byte*)(page->LoadBias + (nint)address);
                        break;
                    }

                case K.Lhu:
                    {
                        uint address = x[op->Rs1] + (uint)op->Immediate;
                        MemoryPage* page = pages + (address >> MemoryPage.Bits);
                        if (page->LoadBias == 0 || (address & 1) != 0)
                            goto rare;
                        page->Counters[1]++;
                        stalled += page->ReadWaits;
                        cycle += page->ReadWaits;
                        result = *(ushort*)(page->LoadBias + (nint)address);
                        break;
                    }

                case K.Sb:
                    {
                        uint address = x[op->Rs1] + (uint)op->Immediate;
                        MemoryPage* page = pages + (address >> MemoryPage.Bits);
                        if (page->StoreBias == 0)
                            goto rare;
                        page->Counters[2]++;
                        stalled += page->WriteWaits;
                        cycle += page->WriteWaits;
                        *(byte*)(page->StoreBias + (nint)address) = (byte)x[op->Rs2];
                        goto proceed;
                    }

                case K.Sh:
                    {
                        uint address = x[op->Rs1] + (uint)op->Immediate;
                        MemoryPage* page = pages + (address >> MemoryPage.Bits);
                        if (page->StoreBias == 0 || (address & 1) != 0)
                            goto rare;
                        page->Counters[2]++;
                        stalled += page->WriteWaits;
                        cycle += page->WriteWaits;
                        *(ushort*)(page->StoreBias + (nint)address) = (ushort)x[op->Rs2];
                        goto proceed;
                    }

                case K.Sw:
                    {
                        uint address = x[op->Rs1] + (uint)op->Immediate;
                        MemoryPage* page = pages + (address >> MemoryPage.Bits);
                        if (page->StoreBias == 0 || (address & 3) != 0)
                            goto rare;
                        page->Counters[2]++;
                        stalled += page->WriteWaits;
                        cycle += page->WriteWaits;
                        *(uint*)(page->StoreBias + (nint)address) = x[op->Rs2];
                        goto proceed;
                    }

                case K.Addi: result = x[op->Rs1] + (uint)op->Immediate; break;
                case K.Slti: result = (int)x[op->Rs1] < op->Immediate ? 1u : 0; break;
                case K.Sltiu: result = x[op->Rs1] < (uint)op->Immediate ? 1u : 0; break;
                case K.Xori: result = x[op->Rs1] ^ (uint)op->Immediate; break;
                case K.Ori: result = x[op->Rs1] | (uint)op->Immediate; break;
                case K.Andi: result = x[op->Rs1] & (uint)op->Immediate; break;
                case K.Slli: result = x[op->Rs1] << op->Immediate; break;
                case K.Srli: result = x[op->Rs1] >> op->Immediate; break;
                case K.Srai: result = (uint)((int)x[op->Rs1] >> op->Immediate); break;
                case K.Rori: result = BitOperations.RotateRight(x[op->Rs1], op->Immediate); break;
                case K.Bclri: result = x[op->Rs1] & ~(1u << op->Immediate); break;
                case K.Bexti: result = (x[op->Rs1] >> op->Immediate) & 1; break;
                case K.Binvi: result = x[op->Rs1] ^ (1u << op->Immediate); break;
                case K.Bseti: result = x[op->Rs1] | (1u << op->Immediate); break;

                case K.Clz: result = (uint)BitOperations.LeadingZeroCount(x[op->Rs1]); break;
                case K.Ctz: result = (uint)BitOperations.TrailingZeroCount(x[op->Rs1]); break;
                case K.Cpop: result = (uint)BitOperations.PopCount(x[op->Rs1]); break;
                case K.SextB: result = (uint)(sbyte)x[op->Rs1]; break;
                case K.SextH: result = (uint)(short)x[op->Rs1]; break;
                case K.ZextH: result = (ushort)x[op->Rs1]; break;
                case K.OrcB: result = Arithmetic.CombineBytes(x[op->Rs1]); break;
                case K.Rev8: result = BinaryPrimitives.ReverseEndianness(x[op->Rs1]); break;

                case K.Add: result = x[op->Rs1] + x[op->Rs2]; break;
                case K.Sub: result = x[op->Rs1] - x[op->Rs2]; break;
                case K.Sll: result = x[op->Rs1] << (int)x[op->Rs2]; break;
                case K.Slt: result = (int)x[op->Rs1] < (int)x[op->Rs2] ? 1u : 0; break;
                case K.Sltu: result = x[op->Rs1] < x[op->Rs2] ? 1u : 0; break;
                case K.Xor: result = x[op->Rs1] ^ x[op->Rs2]; break;
                case K.Srl: result = x[op->Rs1] >> (int)x[op->Rs2]; break;
                case K.Sra: result = (uint)((int)x[op->Rs1] >> (int)x[op->Rs2]); break;
                case K.Or: result = x[op->Rs1] | x[op->Rs2]; break;
                case K.And: result = x[op->Rs1] & x[op->Rs2]; break;
                case K.Sh1add: result = (x[op->Rs1] << 1) + x[op->Rs2]; break;
                case K.Sh2add: result = (x[op->Rs1] << 2) + x[op->Rs2]; break;
                case K.Sh3add: result = (x[op->Rs1] << 3) + x[op->Rs2]; break;
                case K.Andn: result = x[op->Rs1] & ~x[op->Rs2]; break;
                case K.Orn: result = x[op->Rs1] | ~x[op->Rs2]; break;
                case K.Xnor: result = ~(x[op->Rs1] ^ x[op->Rs2]); break;
                case K.Max: result = (uint)Math.Max((int)x[op->Rs1], (int)x[op->Rs2]); break;
                case K.Maxu: result = Math.Max(x[op->Rs1], x[op->Rs2]); break;
                case K.Min: result = (uint)Math.Min((int)x[op->Rs1], (int)x[op->Rs2]); break;
                case K.Minu: result = Math.Min(x[op->Rs1], x[op->Rs2]); break;
                case K.Rol: result = BitOperations.RotateLeft(x[op->Rs1], (int)x[op->Rs2]); break;
                case K.Ror: result = BitOperations.RotateRight(x[op->Rs1], (int)x[op->Rs2]); break;
                case K.Bclr: result = x[op->Rs1] & ~(1u << (int)x[op->Rs2]); break;
                case K.Bext: result = (x[op->Rs1] >> (int)x[op->Rs2]) & 1; break;
                case K.Binv: result = x[op->Rs1] ^ (1u << (int)x[op->Rs2]); break;
                case K.Bset: result = x[op->Rs1] | (1u << (int)x[op->Rs2]); break;

                case K.Mul: result = x[op->Rs1] * x[op->Rs2]; break;
                case K.Mulh: result = (uint)(((long)(int)x[op->Rs1] * (int)x[op->Rs2]) >> 32); break;
                case K.Mulhsu: result = (uint)(((int)x[op->Rs1] * (long)x[op->Rs2]) >> 32); break;
                case K.Mulhu: result = (uint)(((ulong)x[op->Rs1] * x[op->Rs2]) >> 32); break;
                case K.Div: result = Arithmetic.Divide(x[op->Rs1], x[op->Rs2]); break;
                case K.Divu: result = Arithmetic.DivideUnsigned(x[op->Rs1], x[op->Rs2]); break;
                case K.Rem: result = Arithmetic.Remainder(x[op->Rs1], x[op->Rs2]); break;
                case K.Remu: result = Arithmetic.RemainderUnsigned(x[op->Rs1], x[op->Rs2]); break;

                case K.Fence: goto proceed;
                default: goto rare;
            }

            x[op->Rd] = result;

        proceed:
            instructions++;
            words += op->Words;
            cycle += op->Cycles;
            pc += op->Length;
            op = (Operation*)((byte*)op + (op->Length * (sizeof(Operation) / 2)));
            continue;

        branch:
            target = pc + (uint)op->Immediate;

        jump:
            instructions++;
            words += op->Words;
            cycle += op->TakenCycles;
            uint from = pc;
            OperationFlags flags = op->Flags;
            pc = target;
            if (flags != OperationFlags.None)
            {
                if ((flags & OperationFlags.Call) != 0)
                    state->CallRing[state->CallCount++ & (CoreState.Calls - 1)] = from + op->Length;
                if (_calls.Observer is not null)
                {
                    uint returnsTo = from + op->Length;
                    cycle += (target & 2) != 0 ? Land(target) : 0;
                    Save(here, pc, cycle, stalled, words, instructions);
                    Observe(flags, target, returnsTo);
                    return true;
                }
            }

            bool isNear = ((from ^ target) & ~(MemoryPage.Bytes - 1u)) == 0;
            if ((target & 2) != 0)
            {
                if (isNear && isSimple)
                {
                    words++;
                    cycle += here->ReadWaits;
                }
                else
                {
                    cycle += Land(target);
                }
            }

            if (block)
                break;
            if (!isNear)
            {
                Save(here, pc, cycle, stalled, words, instructions);
                (stalled, instructions, words) = (0, 0, 0);
                goto enter;
            }

            op = slots + ((target & (MemoryPage.Bytes - 1)) >> 1);
        }

        Save(here, pc, cycle, stalled, words, instructions);
        return true;

    rare:
        Operation operation = *op;
        if (operation.Kind == K.Translated)
            operation.Kind = operation.Original;
        Save(here, pc, cycle, stalled, words, instructions);
        _rare.Execute(operation);
        return true;
    }

    private void Save(MemoryPage* here, uint pc, long cycle, long stalled, long words, long instructions)
    {
        here->Counters[0] += words;
        _state->Pc = pc;
        _state->Cycle = cycle;
        _state->Stalled += stalled + (words * here->ReadWaits);
        _state->Instructions += instructions;
    }

    // The cycles of a landing on an address that is no multiple of four.
    private int Land(uint target)
    {
        int cycles = _code.Landing(target, out int stalls, out int words);
        if (words > 0)
            _pages.Of(target)->Counters[0] += words;
        _state->Stalled += stalls;
        return cycles;
    }

    private void Observe(OperationFlags flags, uint target, uint returnsTo)
    {
        if ((flags & OperationFlags.Return) != 0)
            _calls.Observer!.Returned(_state->Cycle, target);
        if ((flags & OperationFlags.Call) != 0)
            _calls.Observer!.Called(_state->Cycle, target, returnsTo);
    }
}
