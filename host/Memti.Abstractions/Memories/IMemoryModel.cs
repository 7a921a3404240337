using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Memories;

/// <summary>A memory technology with its options: turns contents into an array with its figures. Pure: same request, same figures.</summary>
public interface IMemoryModel
{
    /// <summary>Sizes the memory for its contents.</summary>
    /// <returns>Figures of the whole memory; every number finite and not negative.</returns>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.CapacityExceeded"/> when the contents do not fit; <see cref="DiagnosticCode.NoArray"/> when no array is known.
    /// </exception>
    MemoryFigures Size(MemoryRequest request);
}
