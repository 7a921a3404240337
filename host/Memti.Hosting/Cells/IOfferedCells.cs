namespace Memti.Hosting;

/// <summary>Where memory kinds come from that are data alone.</summary>
public interface IOfferedCells
{
    /// <summary>The cells whose files offer a kind, in ordinal order of their files.</summary>
    IReadOnlyList<OfferedCell> Offered { get; }
}
