using System.Diagnostics.CodeAnalysis;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Registers;

/// <summary>A unit: where it lies and what registers it has.</summary>
internal sealed class UnitDescription
{
    private readonly RegisterDescription?[] _byWord;
    private readonly Dictionary<string, RegisterDescription> _byName;

    internal UnitDescription(string name, uint? full, uint? small, UnitKind kind, IReadOnlyList<RegisterDescription> registers)
    {
        (Name, FullBase, SmallBase, Kind, Registers) = (name, full, small, kind, registers);
        _byWord = new RegisterDescription?[registers.Max(static register => register.Word) + 1];
        foreach (RegisterDescription register in registers)
            _byWord[register.Word] = register;
        _byName = registers.ToDictionary(static register => register.Name, StringComparer.Ordinal);
    }

    internal string Name { get; }

    internal UnitKind Kind { get; }

    internal IReadOnlyList<RegisterDescription> Registers { get; }

    /// <summary>Words from the base to behind the last register.</summary>
    internal int Words => _byWord.Length;

    private uint? FullBase { get; }

    private uint? SmallBase { get; }

    /// <summary>Bytes from the start of the window; null when the map does not have the unit.</summary>
    internal uint? Base(RegisterLayout layout) => layout == RegisterLayout.Full ? FullBase : SmallBase;

    internal RegisterDescription? At(int word) => word < _byWord.Length ? _byWord[word] : null;

    internal bool TryFind(string name, [NotNullWhen(true)] out RegisterDescription? register) => _byName.TryGetValue(name, out register);

    /// <exception cref="MemtiException"><see cref="NvdlaCodes.UnknownRegister"/>.</exception>
    internal RegisterDescription Find(string name) => TryFind(name, out RegisterDescription? register)
        ? register
        : throw RegisterErrors.Unknown($"{Name}.{name}", "register", [.. Registers.Select(static known => known.Name)]);
}
