import type { NameGroup } from './name-lists.ts';

const MODULES = 'it makes programs with windows load other code';
const SESSION = 'it decides which desktop session programs talk to, and D-Bus can start a program for it';
const DRIVERS = 'it makes programs load other drivers for graphics, sound or computing';

/** Desktop sessions, toolkits and drivers. */
export const desktopNames: readonly NameGroup[] = [
  {
    // D-Bus specification, "Server addresses": unixexec: starts a program. X(7), Wayland, ICE, AT-SPI, input methods.
    reason: SESSION,
    refused: `
      DBUS_* DISPLAY WAYLAND_DISPLAY WAYLAND_SOCKET WAYLAND_DEBUG XAUTHORITY XAUTHORIZATION ICEAUTHORITY
      SESSION_MANAGER AT_SPI_* DESKTOP_SESSION GNOME_KEYRING_* GNOME_DESKTOP_* GNOME_SHELL_* KDE_* KDEHOME KDEDIR
      KDEDIRS KDEROOTHOME MATE_DESKTOP_* WINDOWPATH XMODIFIERS XKB_* XLOCALEDIR XCURSOR_* XENVIRONMENT XAPPLRESDIR
      XAPPLRESLANGPATH XFILESEARCHPATH XUSERFILESEARCHPATH XBMLANGPATH XERRORDB XCOMPOSEFILE XCOMPOSECACHE XINITRC
      XSERVERRC XSESSION XPROPFORMATS IBUS_* FCITX_* UIM_* SCIM_*`,
  },
  {
    // GTK, "Running and debugging GTK Applications"; GIO, "Running GIO applications" (GIO_MODULE_DIR); GDK-Pixbuf;
    // GObject introspection; GLib; Pango; GJS; GStreamer, "Running GStreamer Applications" (GST_PLUGIN_PATH).
    reason: MODULES,
    refused: `
      GTK_* GTK2_* GTK3_* GTK4_* GDK_* GIO_* GVFS_* GSETTINGS_* GI_* GJS_* GLIBCPP_* G_MESSAGES_DEBUG G_DEBUG G_SLICE
      G_ENABLE_DIAGNOSTIC G_TLS_* G_RESOLVER_* G_FILENAME_ENCODING G_BROKEN_FILENAMES PANGO_* CLUTTER_* COGL_*
      BABL_PATH GEGL_* GIMP2_* GIMP3_* GIMP_* GST_* GSTREAMER_* FONTCONFIG_* FREETYPE_PROPERTIES GCR_* LIBGLADE_*
      BONOBO_* ORBIT_*`,
  },
  {
    // Qt, "Deploying Plugins" (QT_PLUGIN_PATH), Qt WebEngine (QTWEBENGINEPROCESS_PATH), QML; SDL, SDL_hints.h
    // (SDL_DYNAMIC_API); KDE; LibreOffice; Mozilla; VLC; Wine; AppImage, Snap and Flatpak.
    reason: MODULES,
    refused: `
      QT_* QTDIR QT_PLUGIN_PATH QTWEBENGINE* QML_* QML2_* QSG_* QPA_* SDL_* SDL2_* SDL3_* SAL_USE_* URE_* UNO_PATH
      OOO_* MOZ_* XRE_* NS_TRACE_* VLC_* MPV_HOME OBS_PLUGINS* BLENDER_* INKSCAPE_* WINEPREFIX WINELOADER WINESERVER
      WINEDLL* WINEARCH WINEPATH WINEDEBUG PROTON_* STEAM_RUNTIME* STEAM_COMPAT_* APPIMAGE* APPDIR ARGV0 OWD SNAP
      SNAP_USER_* SNAP_LIBRARY_* SNAP_DATA SNAP_COMMON SNAP_COOKIE SNAP_REAL_HOME FLATPAK_* FREI0R_PATH SAXON_HOME
      CEF_* WEBKIT_* JSC_*`,
  },
  {
    // Vulkan loader (VK_ICD_FILENAMES, VK_LAYER_PATH), Mesa (docs/envvars), libglvnd, VA-API, VDPAU, OpenCL's ICD
    // loader, CUDA (CUDA_INJECTION64_PATH), ROCm; ALSA (ALSA_CONFIG_PATH), PulseAudio, PipeWire, JACK, LADSPA and its
    // kin.
    reason: DRIVERS,
    refused: `
      VK_* VULKAN_SDK LIBGL_* MESA_* MESA GALLIUM_* GALLIVM_* EGL_* __EGL_* __GLX_* __GL_* __VK_* DRI_* DRIRC_*
      LIBVA_* VDPAU_* GBM_* XORG_* ENABLE_VK_* DISABLE_VK_* OCL_ICD_* OPENCL_* POCL_* CUDA_* NVRTC_* NCCL_* HSA_*
      ROCM_* ROCR_* HIP_* ONEAPI_* SYCL_* ALSA_* PULSE_* PIPEWIRE_* SPA_PLUGIN_DIR JACK_DRIVER_DIR JACK_SERVER_DIR
      JACK_DEFAULT_SERVER LADSPA_PATH DSSI_PATH LV2_PATH VST_PATH VST3_PATH CLAP_PATH VAMP_PATH OPENAL_* ALSOFT_*
      AUDIODEV OMP_* KMP_* GOMP_* MKL_* OPENBLAS_* OMPI_* MPICH_* I_MPI_* UCX_* PMIX_* PRTE_* HYDRA_LAUNCHER* SLURM_*
      SBATCH_* SALLOC_* SRUN_*`,
  },
];
