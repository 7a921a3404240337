using Memti.Abstractions.Parameters;

namespace PersistentFirmware;

/// <summary>Options of <see cref="PagedUpdate"/>.</summary>
public sealed class PagedUpdateOptions : UpdateOptions
{
    /// <summary>Words of 32 bits that the sender sends again after a cut.</summary>
    [Parameter("Words of 32 bits of a page, which the sender sends again after a cut", Minimum = 1, Maximum = 1000000,
        Source = "Chosen for the sample")]
    public int PageWords { get; set; } = 16;
}
