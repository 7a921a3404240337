using System.Buffers.Binary;
using System.Numerics;
using System.Reflection;
using System.Reflection.Emit;
using Memti.Plugins.RiscV.Instructions;
using K = Memti.Plugins.RiscV.Instructions.OperationKind;

namespace Memti.Plugins.RiscV.Translation;

/// <summary>Writes operations that compute a register from others.</summary>
internal sealed class ArithmeticEmitter(CodeWriter code, RegisterLocals registers)
{
    private static readonly MethodInfo RotateLeft = Bits(nameof(BitOperations.RotateLeft), typeof(uint), typeof(int));
    private static readonly MethodInfo RotateRight = Bits(nameof(BitOperations.RotateRight), typeof(uint), typeof(int));
    private static readonly MethodInfo LeadingZeros = Bits(nameof(BitOperations.LeadingZeroCount), typeof(uint));
    private static readonly MethodInfo TrailingZeros = Bits(nameof(BitOperations.TrailingZeroCount), typeof(uint));
    private static readonly MethodInfo Population = Bits(nameof(BitOperations.PopCount), typeof(uint));

    private static readonly MethodInfo Reverse =
        typeof(BinaryPrimitives).GetMethod(nameof(BinaryPrimitives.ReverseEndianness), [typeof(uint)])!;

    /// <summary>Writes an operation; nothing when its result is discarded.</summary>
    /// <param name="pc">Address of the instruction.</param>
    /// <param name="operation">The operation; neither jump nor access.</param>
    public void Emit(uint pc, in Operation operation)
    {
        if (operation.Rd == Operation.Discard || operation.Kind == K.Fence)
            return;
        switch (operation.Kind)
        {
            case K.Lui: code.Constant(operation.Immediate); break;
            case K.Auipc: code.Constant((int)(pc + (uint)operation.Immediate)); break;
            case K.Div or K.Rem: Signed(operation); break;
            case K.Divu or K.Remu: Unsigned(operation); break;
            case K.Mulh or K.Mulhsu or K.Mulhu: High(operation); break;
            case >= K.Clz and <= K.Rev8: OfOne(operation); break;
            default: OfTwo(operation); break;
        }

        registers.Set(operation.Rd);
    }

    private void OfOne(in Operation operation)
    {
        registers.Get(operation.Rs1);
        switch (operation.Kind)
        {
            case K.Clz: code.Call(LeadingZeros); break;
            case K.Ctz: code.Call(TrailingZeros); break;
            case K.Cpop: code.Call(Population); break;
            case K.SextB: code.Emit(OpCodes.Conv_I1); break;
            case K.SextH: code.Emit(OpCodes.Conv_I2); break;
            case K.ZextH: code.Emit(OpCodes.Conv_U2); break;
            case K.Rev8: code.Call(Reverse); break;
            default: CombineBytes(operation.Rs1); break;
        }
    }

    // Each byte becomes 255 unless it is 0: ((x & 0x7f7f7f7f) + 0x7f7f7f7f | x) has the top bit of each byte that is not 0.
    private void CombineBytes(int register)
    {
        code.Constant(0x7f7f7f7f);
        code.Emit(OpCodes.And);
        code.Constant(0x7f7f7f7f);
        code.Emit(OpCodes.Add);
        registers.Get(register);
        code.Emit(OpCodes.Or);
        code.Constant(7);
        code.Emit(OpCodes.Shr_Un);
        code.Constant(0x01010101);
        code.Emit(OpCodes.And);
        code.Constant(255);
        code.Emit(OpCodes.Mul);
    }

    private void OfTwo(in Operation operation)
    {
        bool immediate = operation.Kind <= K.Bseti;
        switch (operation.Kind)
        {
            case K.Sh1add or K.Sh2add or K.Sh3add: ShiftAndAdd(operation); return;
            case K.Bclr or K.Bclri: OneBit(operation, immediate); code.Emit(OpCodes.Not); code.Emit(OpCodes.And); return;
            case K.Binv or K.Binvi: OneBit(operation, immediate); code.Emit(OpCodes.Xor); return;
            case K.Bset or K.Bseti: OneBit(operation, immediate); code.Emit(OpCodes.Or); return;
        }

        registers.Get(operation.Rs1);
        if (operation.Kind == K.Addi && operation.Immediate == 0)
            return;
        Second(operation, immediate);
        Combine(operation.Kind, masks: !immediate);
    }

    private void Combine(K kind, bool masks)
    {
        if (masks && kind is K.Sll or K.Srl or K.Sra or K.Bext)
            Mask();
        switch (kind)
        {
            case K.Addi or K.Add: code.Emit(OpCodes.Add); break;
            case K.Sub: code.Emit(OpCodes.Sub); break;
            case K.Slti or K.Slt: code.Emit(OpCodes.Clt); break;
            case K.Sltiu or K.Sltu: code.Emit(OpCodes.Clt_Un); break;
            case K.Xori or K.Xor: code.Emit(OpCodes.Xor); break;
            case K.Ori or K.Or: code.Emit(OpCodes.Or); break;
            case K.Andi or K.And: code.Emit(OpCodes.And); break;
            case K.Slli or K.Sll: code.Emit(OpCodes.Shl); break;
            case K.Srli or K.Srl: code.Emit(OpCodes.Shr_Un); break;
            case K.Srai or K.Sra: code.Emit(OpCodes.Shr); break;
            case K.Mul: code.Emit(OpCodes.Mul); break;
            default: CombineBits(kind); break;
        }
    }

    private void CombineBits(K kind)
    {
        switch (kind)
        {
            case K.Rori or K.Ror: code.Call(RotateRight); break;
            case K.Rol: code.Call(RotateLeft); break;
            case K.Bexti or K.Bext: code.Emit(OpCodes.Shr_Un); code.Constant(1); code.Emit(OpCodes.And); break;
            case K.Andn: code.Emit(OpCodes.Not); code.Emit(OpCodes.And); break;
            case K.Orn: code.Emit(OpCodes.Not); code.Emit(OpCodes.Or); break;
            case K.Xnor: code.Emit(OpCodes.Xor); code.Emit(OpCodes.Not); break;
            case K.Max: code.Call(Extreme(nameof(Math.Max), typeof(int))); break;
            case K.Maxu: code.Call(Extreme(nameof(Math.Max), typeof(uint))); break;
            case K.Min: code.Call(Extreme(nameof(Math.Min), typeof(int))); break;
            case K.Minu: code.Call(Extreme(nameof(Math.Min), typeof(uint))); break;
            default: throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }

    private void ShiftAndAdd(in Operation operation)
    {
        registers.Get(operation.Rs1);
        code.Constant(1 + (operation.Kind - K.Sh1add));
        code.Emit(OpCodes.Shl);
        registers.Get(operation.Rs2);
        code.Emit(OpCodes.Add);
    }

    private void OneBit(in Operation operation, bool immediate)
    {
        registers.Get(operation.Rs1);
        code.Constant(1);
        Second(operation, immediate);
        if (!immediate)
            Mask();
        code.Emit(OpCodes.Shl);
    }

    private void Second(in Operation operation, bool immediate)
    {
        if (immediate)
            code.Constant(operation.Immediate);
        else
            registers.Get(operation.Rs2);
    }

    private void Mask()
    {
        code.Constant(31);
        code.Emit(OpCodes.And);
    }

    private void High(in Operation operation)
    {
        registers.Get(operation.Rs1);
        code.Emit(operation.Kind == K.Mulhu ? OpCodes.Conv_U8 : OpCodes.Conv_I8);
        registers.Get(operation.Rs2);
        code.Emit(operation.Kind == K.Mulh ? OpCodes.Conv_I8 : OpCodes.Conv_U8);
        code.Emit(OpCodes.Mul);
        code.Constant(32);
        code.Emit(OpCodes.Shr_Un);
        code.Emit(OpCodes.Conv_U4);
    }

    // By 0: all ones, or the dividend. By -1: the negative, or 0; the machine that runs this would trap on the lowest number.
    private void Signed(in Operation operation)
    {
        bool divides = operation.Kind == K.Div;
        Label notZero = code.Label(), notMinusOne = code.Label(), done = code.Label();
        registers.Get(operation.Rs2);
        code.Emit(OpCodes.Brtrue, notZero);
        ByZero(operation, divides);
        code.Emit(OpCodes.Br, done);
        code.Mark(notZero);
        registers.Get(operation.Rs2);
        code.Constant(-1);
        code.Emit(OpCodes.Bne_Un, notMinusOne);
        if (divides)
        {
            registers.Get(operation.Rs1);
            code.Emit(OpCodes.Neg);
        }
        else
        {
            code.Constant(0);
        }

        code.Emit(OpCodes.Br, done);
        code.Mark(notMinusOne);
        Both(operation);
        code.Emit(divides ? OpCodes.Div : OpCodes.Rem);
        code.Mark(done);
    }

    private void Unsigned(in Operation operation)
    {
        bool divides = operation.Kind == K.Divu;
        Label notZero = code.Label(), done = code.Label();
        registers.Get(operation.Rs2);
        code.Emit(OpCodes.Brtrue, notZero);
        ByZero(operation, divides);
        code.Emit(OpCodes.Br, done);
        code.Mark(notZero);
        Both(operation);
        code.Emit(divides ? OpCodes.Div_Un : OpCodes.Rem_Un);
        code.Mark(done);
    }

    private void ByZero(in Operation operation, bool divides)
    {
        if (divides)
            code.Constant(-1);
        else
            registers.Get(operation.Rs1);
    }

    private void Both(in Operation operation)
    {
        registers.Get(operation.Rs1);
        registers.Get(operation.Rs2);
    }

    private static MethodInfo Bits(string name, params Type[] types) => typeof(BitOperations).GetMethod(name, types)!;

    private static MethodInfo Extreme(string name, Type type) => typeof(Math).GetMethod(name, [type, type])!;
}
