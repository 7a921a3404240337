namespace Memti.Plugins.Flash;

/// <summary>How the cells of a flash are wired, which sets its pages, blocks and times.</summary>
public enum FlashType
{
    /// <summary>Read at once and at any address; slow to erase. Defaults: Winbond W25Q128JV, 128 Mb.</summary>
    Nor,

    /// <summary>
    /// Read page by page; dense and fast to write. Defaults: Winbond W25N01GV, 1 Gb, single-level, with its own error correction.
    /// </summary>
    Nand,
}
