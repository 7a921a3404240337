using System.Runtime.InteropServices;

namespace Memti.Plugins.Loading;

/// <summary>Whether two paths lead to one file: through symbolic links, and on Linux through hard links.</summary>
internal static partial class FileIdentity
{
    private const int CurrentFolder = -100; // AT_FDCWD
    private const uint InodeMask = 0x100; // STATX_INO
    private const int StatusBytes = 256; // sizeof(struct statx)
    private const int InodeOffset = 32;
    private const int DeviceOffset = 136;

    /// <summary>True when both paths lead to the same file.</summary>
    public static bool AreSame(string first, string second) =>
        Target(first) == Target(second) || (InodeOf(first) is { } inode && inode == InodeOf(second));

    private static string Target(string path)
    {
        // Link by link: the folders on the way may be links, too.
        string full = Path.GetFullPath(path), root = Path.GetPathRoot(full)!, resolved = root;
        foreach (string part in full[root.Length..].Split(Path.DirectorySeparatorChar))
        {
            resolved = Path.Combine(resolved, part);
            FileSystemInfo here = Directory.Exists(resolved) ? new DirectoryInfo(resolved) : new FileInfo(resolved);
            resolved = here.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? resolved;
        }

        return resolved;
    }

    private static (ulong Device, ulong Inode)? InodeOf(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        byte[] status = new byte[StatusBytes];
        try
        {
            return Statx(CurrentFolder, path, 0, InodeMask, status) == 0
                ? (BitConverter.ToUInt64(status, DeviceOffset), BitConverter.ToUInt64(status, InodeOffset))
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null; // a C library older than 2018
        }
    }

    // man 2 statx: the structure is the same for every processor and C library.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, [Out] byte[] status);
}
