using Memti.Abstractions.Memories;

namespace Memti.TestPlugins;

/// <summary>Gives what the contract does not permit, whatever it is asked.</summary>
public sealed class NullMemory(MemoryFigures? figures) : IMemoryModel
{
    public MemoryFigures Size(MemoryRequest request) => figures!;
}
