namespace Memti.Runs.PowerCuts;

/// <summary>Where a core was.</summary>
/// <param name="ProgramCounter">Address of the instruction.</param>
/// <param name="Function">Its function; empty where the executable has none.</param>
/// <param name="Line">Source file and line, such as <c>store.c:41</c>; empty where the executable does not say.</param>
public sealed record CutPlace(ulong ProgramCounter, string Function, string Line)
{
    /// <summary>The place as people read it.</summary>
    public override string ToString()
    {
        string function = Function.Length == 0 ? FormattableString.Invariant($"0x{ProgramCounter:x8}") : Function;
        return Line.Length == 0 ? function : $"{function}, {Line}";
    }
}
