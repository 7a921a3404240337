using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Memti.Plugins.RiscV.Instructions;
using Memti.Plugins.RiscV.State;

namespace Memti.Plugins.RiscV.Translation;

/// <summary>The registers of a region as local variables, which the compiler keeps in registers of the machine that runs it.</summary>
internal sealed class RegisterLocals
{
    private static readonly int Offset = (int)Marshal.OffsetOf<CoreState>(nameof(CoreState.X));

    private readonly CodeWriter _code;
    private readonly LocalBuilder?[] _locals = new LocalBuilder?[32];
    private readonly SortedSet<int> _used = [];
    private readonly SortedSet<int> _written = [];

    public RegisterLocals(CodeWriter code, IEnumerable<CodeBlock> blocks)
    {
        _code = code;
        foreach ((_, Operation operation) in blocks.SelectMany(static block => block.Instructions))
            Collect(operation);
        _used.Remove(0);
        foreach (int register in _used)
            _locals[register] = code.Local(typeof(uint));
    }

    /// <summary>Puts the value of a register on the stack.</summary>
    public void Get(int register)
    {
        if (register == 0)
            _code.Constant(0);
        else
            _code.Load(_locals[register]!);
    }

    /// <summary>Takes the value of a register from the stack.</summary>
    public void Set(int register) => _code.Store(_locals[register]!);

    /// <summary>Reads the registers from the state.</summary>
    public void Enter()
    {
        foreach (int register in _used)
        {
            Address(register);
            _code.Emit(OpCodes.Ldind_U4);
            Set(register);
        }
    }

    /// <summary>Writes the registers to the state.</summary>
    public void Leave()
    {
        foreach (int register in _written)
        {
            Address(register);
            Get(register);
            _code.Emit(OpCodes.Stind_I4);
        }
    }

    private void Collect(in Operation operation)
    {
        if (operation.Kind.ReadsFirst())
            _used.Add(operation.Rs1);
        if (operation.Kind.ReadsSecond())
            _used.Add(operation.Rs2);
        if (operation.Rd is Operation.Discard or 0)
            return;
        _used.Add(operation.Rd);
        _written.Add(operation.Rd);
    }

    private void Address(int register)
    {
        _code.Argument(RegionCompiler.State);
        _code.Constant(Offset + (4 * register));
        _code.Emit(OpCodes.Add);
    }
}
