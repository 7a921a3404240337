using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Memories;

/// <summary>A memory technology with fixed options. It sizes an array for contents and computes its figures. Pure: the same request gives
/// the same figures.</summary>
public interface IMemoryModel
{
    /// <summary>Sizes the memory for its contents.</summary>
    /// <param name="request">The contents, and the host services to size with.</param>
    /// <returns>Figures of the whole memory; every number is finite and zero or more.</returns>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.CapacityExceeded"/>: the contents do not fit; <see cref="DiagnosticCode.NoArray"/>: no array is known.
    /// </exception>
    MemoryFigures Size(MemoryRequest request);
}
