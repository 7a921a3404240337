using System.Globalization;
using Memti.Simulation.Executables;

namespace Memti.Runs.Listening;

/// <summary>
/// The functions that firmware is in, from its calls and returns. A jump in place of a call stays in its caller; a return to an unexpected
/// place, such as after a <c>longjmp</c> or a switch of threads, leaves the functions between.
/// </summary>
/// <param name="symbols">Names; null for addresses.</param>
internal sealed class CallStack(SymbolTable? symbols)
{
    /// <summary>Deepest stack that is followed. Assumed: deeper ones are recursion without end, and viewers show no more.</summary>
    public const int Deepest = 256;

    private readonly Dictionary<ulong, string> _names = [];
    private readonly (string Function, ulong ReturnsTo)[] _frames = new (string, ulong)[Deepest];
    private int _beyond;

    /// <summary>Number of functions, one inside the other.</summary>
    public int Depth { get; private set; }

    /// <summary>The innermost function; null before the first.</summary>
    public string? Top => Depth == 0 ? null : _frames[Depth - 1].Function;

    /// <summary>The function at a depth, from 0 on.</summary>
    public string this[int depth] => _frames[depth].Function;

    /// <summary>Forgets everything, as a reset does.</summary>
    public void Clear() => (Depth, _beyond) = (0, 0);

    /// <summary>Starts at an address.</summary>
    public void Start(ulong entry)
    {
        Clear();
        Push(entry, ulong.MaxValue);
    }

    /// <summary>Enters a function.</summary>
    /// <returns>False when it lies too deep to follow.</returns>
    public bool Call(ulong target, ulong returnsTo)
    {
        if (Depth < Deepest)
        {
            Push(target, returnsTo);
            return true;
        }

        _beyond++;
        return false;
    }

    /// <summary>Leaves functions.</summary>
    /// <returns>Depth that is left of what was; a deeper stack now holds one new function.</returns>
    public int Return(ulong target)
    {
        if (_beyond > 0)
        {
            _beyond--;
            return Depth;
        }

        int kept = KeptAfter(target);
        Depth = kept;
        if (kept == 0)
            Push(target, ulong.MaxValue);
        return kept;
    }

    private int KeptAfter(ulong target)
    {
        for (int depth = Depth - 1; depth > 0; depth--)
        {
            if (_frames[depth].ReturnsTo == target)
                return depth;
        }

        // A trap handler may return behind the instruction that trapped, which is in the same function.
        string function = NameOf(target);
        for (int depth = Depth; depth > 0; depth--)
        {
            if (_frames[depth - 1].Function == function)
                return depth;
        }

        return 0;
    }

    private void Push(ulong target, ulong returnsTo) => _frames[Depth++] = (NameOf(target), returnsTo);

    private string NameOf(ulong address)
    {
        if (!_names.TryGetValue(address, out string? name))
        {
            name = symbols?.Find(address)?.Name ?? "0x" + address.ToString("x8", CultureInfo.InvariantCulture);
            _names.Add(address, name);
        }

        return name;
    }
}
