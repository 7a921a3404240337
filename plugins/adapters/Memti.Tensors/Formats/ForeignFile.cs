using System.Text;

namespace Memti.Tensors.Formats;

/// <summary>Recognises files of other formats that hold weights by their first bytes.</summary>
internal static class ForeignFile
{
    private const string Convert =
        "Convert it in Python: state = torch.load('FILE', map_location='cpu'); safetensors.torch.save_file(state, 'FILE.safetensors'), "
            + "with the dictionary of tensors as state.";

    private static readonly (byte[] Start, string What)[] Formats =
    [
        (Bytes("PK\u0003\u0004"), $"This is a ZIP archive: a PyTorch checkpoint (.pt, .pth) or NumPy's .npz. {Convert}"),
        ([0x80, 2], $"This is a pickle of Python: an old PyTorch checkpoint (.t7, .pth). {Convert}"),
        ([0x80, 3], $"This is a pickle of Python. {Convert}"),
        ([0x80, 4], $"This is a pickle of Python. {Convert}"),
        ([0x80, 5], $"This is a pickle of Python. {Convert}"),
        ([0x89, .. Bytes("HDF\r\n")], "This is an HDF5 file, as Keras writes weights. Save the tensors as safetensors."),
        ([0x93, .. Bytes("NUMPY")], "This is an array of NumPy (.npy). Save the tensors by name as safetensors."),
        (Bytes("GGUF"), "This is a GGUF file. Save the tensors as safetensors."),
    ];

    /// <summary>What a file is, and what would help; null for a file of no known format.</summary>
    public static string? Describe(ReadOnlySpan<byte> file)
    {
        foreach ((byte[] start, string what) in Formats)
            // A header of safetensors may begin with any byte of its length, but its length has zeros from the fifth byte on.
            if (file.StartsWith(start) && !file[4..8].SequenceEqual(new byte[4]))
                return what;
        return null;
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
