using System.Reflection;
using System.Reflection.Emit;

namespace Memti.Plugins.RiscV.Translation;

/// <summary>Writes intermediate code and counts what the compiler of the runtime limits.</summary>
internal sealed class CodeWriter(ILGenerator generator)
{
    /// <summary>Bytes from which on the compiler stops to optimise (dotnet/runtime, src/coreclr/jit/compiler.h: 60,000).</summary>
    public const int MostBytes = 60_000;

    /// <summary>Uses of local variables from which on it stops (8,000).</summary>
    public const int MostUses = 8_000;

    /// <summary>Instructions of intermediate code from which on it stops (20,000).</summary>
    public const int MostInstructions = 20_000;

    private int _uses;
    private int _instructions;

    /// <summary>Bytes so far.</summary>
    public int Size => generator.ILOffset;

    /// <summary>True while the compiler optimises what was written.</summary>
    public bool IsWithinLimits => Size < MostBytes && _uses < MostUses && _instructions < MostInstructions;

    public LocalBuilder Local(Type type) => generator.DeclareLocal(type);

    public Label Label() => generator.DefineLabel();

    public void Mark(Label label) => generator.MarkLabel(label);

    public void Emit(OpCode code)
    {
        _instructions++;
        generator.Emit(code);
    }

    public void Emit(OpCode code, Label label)
    {
        _instructions++;
        generator.Emit(code, label);
    }

    public void Call(MethodInfo method)
    {
        _instructions++;
        generator.Emit(OpCodes.Call, method);
    }

    public void Switch(Label[] labels)
    {
        _instructions++;
        generator.Emit(OpCodes.Switch, labels);
    }

    public void Load(LocalBuilder local) => Use(OpCodes.Ldloc, local);

    public void Store(LocalBuilder local) => Use(OpCodes.Stloc, local);

    public void Argument(int number)
    {
        _instructions++;
        _uses++;
        generator.Emit(OpCodes.Ldarg, (short)number);
    }

    public void Constant(int value)
    {
        _instructions++;
        generator.Emit(OpCodes.Ldc_I4, value);
    }

    public void Constant(long value)
    {
        _instructions++;
        generator.Emit(OpCodes.Ldc_I8, value);
    }

    public void LoadField(FieldInfo field)
    {
        _instructions++;
        generator.Emit(OpCodes.Ldfld, field);
    }

    public void StoreField(FieldInfo field)
    {
        _instructions++;
        generator.Emit(OpCodes.Stfld, field);
    }

    private void Use(OpCode code, LocalBuilder local)
    {
        _instructions++;
        _uses++;
        generator.Emit(code, local);
    }
}
