using Memti.Abstractions.Diagnostics;
using Memti.Documents.Names;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Findings;

namespace Memti.WeightImages.Formats;

/// <summary>The file formats for weight images.</summary>
public static class ImageFormats
{
    /// <summary>All formats, in the order of the help.</summary>
    public static IReadOnlyList<IImageFormat> All { get; } = [
        new RawBinary(),
        new IntelHex(),
        new SRecord(),
        new Uf2(Uf2Family.None),
        .. Uf2Family.Targets.Select(static family => new Uf2(family)),
        new VerilogMemory(),
        new CHeader(),
        new ElfObject(ElfMachine.None),
        .. ElfMachine.All.Select(static machine => new ElfObject(machine))
    ];

    /// <summary>Finds a format by name.</summary>
    /// <exception cref="MemtiException"><see cref="WeightImageCodes.UnknownImageFormat"/>: lists the known formats.</exception>
    public static IImageFormat Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(format => format.Name == name) ?? throw Unknown(name);
    }

    private static MemtiException Unknown(string name)
    {
        string[] names = [.. All.Select(static format => format.Name)];
        string permitted = string.Join(", ", names);
        string text = $"no image format is called '{name}'; permitted: {permitted}.{NearestName.Sentence(name, names)}";
        return ImageFinding.Of(WeightImageCodes.UnknownImageFormat, text, "format", name, permitted);
    }
}
