namespace Memti.Plugins.Flash;

/// <summary>Architecture of the cells of a flash, which determines its pages, blocks and times.</summary>
public enum FlashType
{
    /// <summary>Readable at any address without a page fetch; slow to erase. Defaults: Winbond W25Q128JV, 128 Mb.</summary>
    Nor,

    /// <summary>
    /// Read page by page; dense and fast to write. Defaults: Winbond W25N01GV, 1 Gb, single-level cells, with on-chip error correction.
    /// </summary>
    Nand,
}
