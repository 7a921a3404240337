using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Memti.Documents.Files;

/// <summary>What a path names, where the platform's file classes do not say it: .NET calls a FIFO a normal file.</summary>
public static partial class FileKind
{
    /// <summary>The mask and the values of the kind in <c>st_mode</c> (POSIX, <c>sys/stat.h</c>).</summary>
    private const int KindMask = 0xF000, Regular = 0x8000, Folder = 0x4000;

    /// <summary>Linux: resolve the path from the working folder; ask for kind and mode (<c>fcntl.h</c>, <c>linux/stat.h</c>).</summary>
    private const int WorkingFolder = -100, KindAndMode = 3;

    /// <summary>Size of <c>struct statx</c>, and the place of its 16-bit mode. Equal on all processors (<c>linux/stat.h</c>).</summary>
    private const int StatxBytes = 256, ModeAt = 28;

    /// <summary>True for a device, FIFO or socket, reached through symbolic links or not. Known on Linux; false elsewhere and for what is
    /// not there.</summary>
    /// <remarks>To open such a file may block for ever, and to rename over it destroys it.</remarks>
    public static bool IsSpecial(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return OperatingSystem.IsLinux() && ModeOf(path) is { } mode && (mode & KindMask) is not (Regular or Folder);
    }

    private static int? ModeOf(string path)
    {
        Span<byte> status = stackalloc byte[StatxBytes];
        try
        {
            return Status(WorkingFolder, path, flags: 0, KindAndMode, status) == 0
                ? BitConverter.IsLittleEndian
                    ? BinaryPrimitives.ReadUInt16LittleEndian(status[ModeAt..])
                    : BinaryPrimitives.ReadUInt16BigEndian(status[ModeAt..])
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library older than glibc 2.28 or musl 1.2.
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int folder, string path, int flags, uint wanted, Span<byte> status);
}
