using System.Reflection;
using System.Reflection.Emit;
using Memti.Plugins.RiscV.Instructions;
using Memti.Plugins.RiscV.State;
using K = Memti.Plugins.RiscV.Instructions.OperationKind;

namespace Memti.Plugins.RiscV.Translation;

/// <summary>Writes loads and stores.</summary>
/// <param name="code">Where to.</param>
/// <param name="registers">The registers.</param>
/// <param name="left">The cycles that may still pass.</param>
/// <param name="waits">The wait states of the system.</param>
internal sealed unsafe class AccessEmitter(CodeWriter code, RegisterLocals registers, LocalBuilder left, DataWaits waits)
{
    private static readonly FieldInfo LoadBias = Field(nameof(MemoryPage.LoadBias));
    private static readonly FieldInfo StoreBias = Field(nameof(MemoryPage.StoreBias));
    private static readonly FieldInfo Counters = Field(nameof(MemoryPage.Counters));
    private static readonly FieldInfo ReadWaits = Field(nameof(MemoryPage.ReadWaits));
    private static readonly FieldInfo WriteWaits = Field(nameof(MemoryPage.WriteWaits));

    private static readonly MethodInfo NearCode = typeof(StoreNearCode).GetMethod(nameof(StoreNearCode.TryStore))!;

    private readonly LocalBuilder _address = code.Local(typeof(uint));
    private readonly LocalBuilder _page = code.Local(typeof(MemoryPage*));
    private readonly LocalBuilder _bias = code.Local(typeof(nint));
    private readonly LocalBuilder _waits = code.Local(typeof(int));

    /// <summary>Writes a load.</summary>
    /// <param name="operation">The load.</param>
    /// <param name="slow">Where to go when the interpreter must do it; nothing has changed then.</param>
    public void Load(in Operation operation, Label slow)
    {
        Find(operation, LoadBias, slow);
        Count(sizeof(long), waits.MostRead > 0 ? ReadWaits : null);
        HostAddress();
        code.Emit(operation.Kind switch
        {
            K.Lb => OpCodes.Ldind_I1,
            K.Lbu => OpCodes.Ldind_U1,
            K.Lh => OpCodes.Ldind_I2,
            K.Lhu => OpCodes.Ldind_U2,
            _ => OpCodes.Ldind_U4,
        });
        if (operation.Rd == Operation.Discard)
            code.Emit(OpCodes.Pop);
        else
            registers.Set(operation.Rd);
    }

    /// <summary>Writes a store; otherwise as <see cref="Load"/>.</summary>
    public void Store(in Operation operation, Label slow)
    {
        Find(operation, StoreBias, slow);
        Count(2 * sizeof(long), waits.MostWrite > 0 ? WriteWaits : null);
        HostAddress();
        registers.Get(operation.Rs2);
        code.Emit(operation.Kind switch
        {
            K.Sb => OpCodes.Stind_I1,
            K.Sh => OpCodes.Stind_I2,
            _ => OpCodes.Stind_I4,
        });
    }

    /// <summary>
    /// Writes a store that was seen to reach a page with code; otherwise as <see cref="Load"/>. The call costs registers of the machine
    /// that runs this, so it is not written for every store.
    /// </summary>
    public void StoreNear(in Operation operation, Label slow)
    {
        registers.Get(operation.Rs1);
        code.Constant(operation.Immediate);
        code.Emit(OpCodes.Add);
        code.Store(_address);
        code.Argument(RegionCompiler.State);
        code.Load(_address);
        registers.Get(operation.Rs2);
        code.Constant(operation.Kind.AccessBytes());
        code.Call(NearCode);
        code.Store(_waits);
        code.Load(_waits);
        code.Constant(0);
        code.Emit(OpCodes.Blt, slow);
        code.Load(left);
        code.Load(_waits);
        code.Emit(OpCodes.Sub);
        code.Store(left);
    }

    private void Find(in Operation operation, FieldInfo bias, Label slow)
    {
        registers.Get(operation.Rs1);
        code.Constant(operation.Immediate);
        code.Emit(OpCodes.Add);
        code.Store(_address);
        int bytes = operation.Kind.AccessBytes();
        if (bytes > 1)
        {
            code.Load(_address);
            code.Constant(bytes - 1);
            code.Emit(OpCodes.And);
            code.Emit(OpCodes.Brtrue, slow);
        }

        FindPage();
        code.Load(_page);
        code.LoadField(bias);
        code.Store(_bias);
        code.Load(_bias);
        code.Emit(OpCodes.Brfalse, slow);
    }

    // The entry of a page has 32 bytes.
    private void FindPage()
    {
        code.Argument(RegionCompiler.Pages);
        code.Load(_address);
        code.Constant(MemoryPage.Bits);
        code.Emit(OpCodes.Shr_Un);
        code.Emit(OpCodes.Conv_U);
        code.Constant(sizeof(MemoryPage));
        code.Emit(OpCodes.Mul);
        code.Emit(OpCodes.Add);
        code.Store(_page);
    }

    private void Count(int offset, FieldInfo? cycles)
    {
        if (cycles is not null)
        {
            code.Load(left);
            code.Load(_page);
            code.LoadField(cycles);
            code.Emit(OpCodes.Sub);
            code.Store(left);
        }

        code.Load(_page);
        code.LoadField(Counters);
        code.Constant(offset);
        code.Emit(OpCodes.Add);
        code.Emit(OpCodes.Dup);
        code.Emit(OpCodes.Ldind_I8);
        code.Constant(1L);
        code.Emit(OpCodes.Add);
        code.Emit(OpCodes.Stind_I8);
    }

    private void HostAddress()
    {
        code.Load(_bias);
        code.Load(_address);
        code.Emit(OpCodes.Conv_U);
        code.Emit(OpCodes.Add);
    }

    private static FieldInfo Field(string name) => typeof(MemoryPage).GetField(name)!;
}
