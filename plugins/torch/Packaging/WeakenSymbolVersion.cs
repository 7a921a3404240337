using System;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;

namespace Memti.Plugins.Torch.Packaging
{
    /// <summary>
    /// Copies a shared library and marks a symbol version that it needs as weak: the loader then accepts an older library without that
    /// version, as long as no symbol of it is used.
    /// </summary>
    /// <remarks>
    /// Linux Standard Base Core, "Symbol Versioning": section type SHT_GNU_verneed, entries Elf64_Verneed and Elf64_Vernaux, flag
    /// VER_FLG_WEAK. Compiled by the build itself, so in the language of .NET Standard.
    /// </remarks>
    public sealed class WeakenSymbolVersion : Microsoft.Build.Utilities.Task
    {
        private const uint NeededVersions = 0x6ffffffe; // SHT_GNU_verneed
        private const ushort WeakFlag = 2; // VER_FLG_WEAK
        private const int EntryBytes = 16; // of Elf64_Verneed and Elf64_Vernaux

        /// <summary>The library.</summary>
        [Required]
        public string Library { get; set; } = string.Empty;

        /// <summary>Where the copy goes.</summary>
        [Required]
        public string Destination { get; set; } = "";

        /// <summary>Name of the version, such as <c>GLIBCXX_3.4.32</c>.</summary>
        [Required]
        public string SymbolVersion { get; set; } = "";

        /// <summary>Marks a version as weak.</summary>
        /// <param name="library">The bytes of the library; changed in place.</param>
        /// <param name="version">Name of the version.</param>
        /// <returns>Number of entries that name it.</returns>
        /// <exception cref="InvalidDataException">The bytes are no ELF file of 64 bits, little endian.</exception>
        public static int Weaken(byte[] library, string version)
        {
            if (library.Length < 64 || BitConverter.ToUInt32(library, 0) != 0x464c457f || library[4] != 2 || library[5] != 1)
                throw new InvalidDataException("This is no ELF file of 64 bits, little endian.");
            long sections = BitConverter.ToInt64(library, 40);
            int size = BitConverter.ToUInt16(library, 58), count = BitConverter.ToUInt16(library, 60), found = 0;
            for (int index = 0; index < count; index++)
            {
                int header = Offset(library, sections + ((long)index * size), 64);
                if (BitConverter.ToUInt32(library, header + 4) == NeededVersions)
                    found += WeakenSection(library, header, sections, size, version);
            }

            return found;
        }

        /// <inheritdoc />
        public override bool Execute()
        {
            try
            {
                byte[] library = File.ReadAllBytes(Library);
                if (Weaken(library, SymbolVersion) == 0)
                    Log.LogMessage("'{0}' does not need {1}.", Library, SymbolVersion);
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Destination)) ?? ".");
                // Aside first, under a name of its own: several projects may place the same file at once.
                string aside = Destination + "." + Guid.NewGuid().ToString("N");
                File.WriteAllBytes(aside, library);
                File.Delete(Destination);
                File.Move(aside, Destination);
                return true;
            }
            catch (Exception error) when (error is IOException || error is UnauthorizedAccessException)
            {
                Log.LogError("'{0}' cannot be placed: {1}", Destination, error.Message);
                return false;
            }
        }

        private static int WeakenSection(byte[] library, int header, long sections, int size, string version)
        {
            int names = Offset(library, sections + ((long)BitConverter.ToUInt32(library, header + 40) * size), 64);
            long strings = BitConverter.ToInt64(library, names + 24);
            int need = Offset(library, BitConverter.ToInt64(library, header + 24), 16), found = 0;
            // As many entries as the section has room for: a damaged chain ends.
            long room = BitConverter.ToInt64(library, header + 32) / EntryBytes;
            for (uint left = BitConverter.ToUInt32(library, header + 44); left > 0; left--)
            {
                if (--room < 0)
                    throw new InvalidDataException("The ELF file states more needed versions than it has.");
                int entry = Offset(library, need + (long)BitConverter.ToUInt32(library, need + 8), 16);
                for (int others = BitConverter.ToUInt16(library, need + 2); others > 0; others--)
                {
                    if (--room < 0)
                        throw new InvalidDataException("The ELF file states more needed versions than it has.");
                    if (TextAt(library, strings + BitConverter.ToUInt32(library, entry + 8)) == version)
                    {
                        library[entry + 4] |= (byte)WeakFlag;
                        found++;
                    }

                    entry = Offset(library, entry + (long)BitConverter.ToUInt32(library, entry + 12), 16);
                }

                need = Offset(library, need + (long)BitConverter.ToUInt32(library, need + 12), 16);
            }

            return found;
        }

        private static string TextAt(byte[] library, long position)
        {
            int start = Offset(library, position, 1), end = Array.IndexOf(library, (byte)0, start);
            return Encoding.ASCII.GetString(library, start, Math.Max(end - start, 0));
        }

        private static int Offset(byte[] library, long position, int bytes)
        {
            if (position < 0 || position > library.Length - bytes)
                throw new InvalidDataException("The ELF file ends too early.");
            return (int)position;
        }
    }
}
